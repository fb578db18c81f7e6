import type { LabAbout } from '../../define-lab';

export const about: LabAbout = {
  id: 'stocks',
  title: { en: 'Share prices, and who forecasts them best', zh: '股票价格，谁预测得最好' },
  goal: {
    en: 'Train SimpleRNN, LSTM and GRU on the days of the S&P 500, and hold them against a forecast that needs no network.',
    zh: '用 S&P 500 的每日数据训练 SimpleRNN、LSTM 和 GRU，再与一个不需要网络的预测相比。',
  },
};
