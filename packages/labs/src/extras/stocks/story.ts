import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, readable, type Text } from '../../texts';
import type { PricesRun } from './checks';
import { forecasterName } from './figures';

/** Tells what the run did, with its own numbers, whoever wins. */
export function story({ answers, data, net, seconds }: PricesRun, { language, command }: LabContext): LabStory {
  const say = (text: Text) => inLanguage(text, language);
  const { errors, ranking, flat } = answers;
  const [winner, second] = ranking;
  const points = (who: keyof typeof errors) => readable(errors[who].mae, 1);
  const best = winner === 'naive' ? second! : winner!;
  const name = forecasterName(best, language);
  return {
    title: say({ en: 'Share prices', zh: '股票价格' }),
    summary:
      winner === 'naive'
        ? say({
            en: `The best forecast of tomorrow's price is today's: off by ${points('naive')} points on average. The best network, ${name}, is off by ${points(best)}.`,
            zh: `对明天价格最好的预测就是今天的价格：平均差 ${points('naive')} 点。最好的网络 ${name} 差 ${points(best)} 点。`,
          })
        : say({
            en: `${name} is off by ${points(best)} points on average; who says that tomorrow is as today is off by ${points('naive')}. So small a difference on 300 days may be luck.`,
            zh: `${name} 平均差 ${points(best)} 点；说“明天和今天一样”的差 ${points('naive')} 点。300 天上这么小的差别可能只是运气。`,
          }),
    numbers: [
      ...ranking.map((who) => ({
        label: forecasterName(who, language),
        value: points(who),
        note: say({ en: 'points off, on average', zh: '点，平均误差' }),
      })),
      {
        label: say({ en: 'Training of all three', zh: '三个网络的训练' }),
        value: duration(seconds.training, language),
      },
    ],
    sections: [
      {
        title: say({ en: 'The data', zh: '数据' }),
        text: [
          say({
            en: `${readable(data.counts.train)} windows of sixty days to learn from, ${readable(data.counts.test)} days to be tested on, in the order of time: a shuffled split would let the network see the future. Prices are scaled to 0 … 1 by the least and the greatest of the training days, ${readable(data.scale.least)} and ${readable(data.scale.most)}; with those of all days, the test would leak into the training.`,
            zh: `${readable(data.counts.train)} 个六十天的窗口用于学习，${readable(data.counts.test)} 天用于测试，按时间先后划分：打乱划分等于让网络看到未来。价格按训练日的最低和最高价 ${readable(data.scale.least)} 与 ${readable(data.scale.most)} 缩放到 0 … 1；若用全部日子的，测试就泄漏到训练里了。`,
          }),
        ],
        figures: ['series'],
      },
      {
        title: say({ en: 'Forecasts', zh: '预测' }),
        text: [
          say({
            en: 'A curve that lies on the other proves nothing: prices change little from one day to the next, so whoever says “as today” lies on it too. The question is who is closer.',
            zh: '两条曲线重合说明不了什么：价格每天变化很小，说“和今天一样”的也会重合。问题是谁更近。',
          }),
        ],
        figures: ['forecasts', 'closer'],
        tables: [
          {
            caption: say({
              en: `How far each is off, in points of the index, best first. Always saying the mean of the training days: ${readable(flat.mae, 1)}.`,
              zh: `各自的误差（指数点），最好的在前。总说训练日平均价：${readable(flat.mae, 1)}。`,
            }),
            columns: say({
              en: 'Forecast|Parameters|MAE|RMSE|MSE',
              zh: '预测者|参数|MAE|RMSE|MSE',
            }).split('|'),
            rows: ranking.map((who) => [
              forecasterName(who, language),
              who === 'naive' ? 0 : readable(net[who].countParams()),
              points(who),
              readable(errors[who].rmse, 1),
              readable(errors[who].mse),
            ]),
          },
        ],
      },
      {
        title: say({ en: 'Three kinds of memory', zh: '三种记忆' }),
        text: [
          say({
            en: 'A SimpleRNN mixes each day into one state and forgets soon. An LSTM has gates that decide what to keep, what to add and what to say: four sets of weights. A GRU makes do with three. They shine where what matters lies far back, as in texts; tomorrow’s price hardly depends on more than today’s.',
            zh: 'SimpleRNN 把每一天混进同一个状态，很快就忘。LSTM 用门决定保留什么、加入什么、说出什么：四套权重。GRU 只用三套。它们的长处在于重要信息相隔很远的地方，比如文字；而明天的价格几乎只取决于今天。',
          }),
        ],
        figures: ['losses'],
      },
    ],
    next: [
      {
        en: `Learn from all twenty years for fifty epochs, as the course does: \`${command} run stocks --tier full\` (some ten minutes). Who wins now?`,
        zh: `像课程里那样用全部二十年训练五十个轮次：\`${command} run stocks --tier full\`（约十分钟）。这次谁赢？`,
      },
      {
        en: `From other random weights: \`${command} run stocks --seed 2\`. Does the order of the networks stay?`,
        zh: `换一组随机初始权重：\`${command} run stocks --seed 2\`。网络的名次会变吗？`,
      },
    ].map(say),
  };
}
