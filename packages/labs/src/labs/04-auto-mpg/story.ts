import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, readable, type Text } from '../../texts';
import type { CarsRun } from './checks';

/** Tells what the run did, with its own numbers. */
export function story(run: CarsRun, { language, command }: LabContext): LabStory {
  const { test, seconds, answers, data, history } = run;
  const say = (text: Text) => inLanguage(text, language);
  const mae = readable(test.mae!, 2);
  const [epochs, all] = [history.loss!.length, history.long_loss!.length];
  return {
    title: say({ en: 'Fuel', zh: '油耗' }),
    summary: say({
      en: `A network learned from ${data.counts.train} cars how far one goes on a gallon. On ${data.counts.test} others it is off by ${mae} miles on average; saying the mean every time is off by ${readable(answers.naive, 2)}.`,
      zh: `一个网络从 ${data.counts.train} 辆车学习一加仑能走多远，在另外 ${data.counts.test} 辆上平均误差 ${mae} 英里；总是回答平均值的误差是 ${readable(answers.naive, 2)}。`,
    }),
    numbers: [
      {
        label: say({ en: 'Mean absolute error', zh: '平均绝对误差' }),
        value: mae,
        note: say({ en: 'miles per gallon, test cars', zh: '英里/加仑，测试车' }),
      },
      {
        label: say({ en: 'Trained to the end', zh: '训练到底' }),
        value: readable(test.long_mae!, 2),
        note: say({ en: `${readable(all)} epochs`, zh: `${readable(all)} 个轮次` }),
      },
      {
        label: say({ en: 'Stopped after', zh: '停止于' }),
        value: say({ en: `${epochs} epochs`, zh: `${epochs} 个轮次` }),
      },
      { label: say({ en: 'Training', zh: '训练' }), value: duration(seconds.training, language) },
    ],
    sections: [
      {
        title: say({ en: 'The data', zh: '数据' }),
        text: [
          say({
            en: `Of ${data.published} cars of 1970 to 1982, those with an unknown value are dropped. The origin becomes three columns, one of them 1. Every column is then normalised with the mean and the deviation of the training rows.`,
            zh: `1970 至 1982 年的 ${data.published} 辆车中，去掉有缺失值的行。产地变成三列，其中一列为 1。然后每一列都用训练数据的均值和标准差做标准化。`,
          }),
        ],
        figures: ['pairs'],
        tables: [
          {
            caption: say({ en: 'The training rows before they are normalised.', zh: '标准化之前的训练数据。' }),
            columns: say({ en: 'Column|Mean|Deviation|Least|Most', zh: '列|均值|标准差|最小|最大' }).split('|'),
            rows: data.statistics.map(({ name, mean, deviation, least, most }) => [
              name,
              ...[mean, deviation, least, most].map((value) => readable(value, 2)),
            ]),
          },
        ],
      },
      {
        title: say({ en: 'Training, too long and long enough', zh: '训练：太久与刚好' }),
        text: [
          say({
            en: `Trained for ${readable(all)} epochs, the training error falls to the end. The validation error does not. Early stopping with patience 10 ends after ${epochs} epochs, with a test error of ${mae} against ${readable(test.long_mae!, 2)}.`,
            zh: `训练 ${readable(all)} 个轮次，训练误差一直下降，验证误差却没有。耐心为 10 的早停在 ${epochs} 个轮次后结束，测试误差 ${mae}，训练到底则为 ${readable(test.long_mae!, 2)}。`,
          }),
        ],
        figures: ['curves-long', 'curves'],
      },
      {
        title: say({ en: 'Predictions', zh: '预测' }),
        figures: ['true-against-predicted', 'errors'],
      },
    ],
    next: [
      {
        en: `Start from other random weights: \`${command} run auto-mpg --seed 2\`. How much does the error change?`,
        zh: `换一组随机初始权重：\`${command} run auto-mpg --seed 2\`。误差变化多大？`,
      },
      {
        en: `Learn from fewer cars: \`${command} run auto-mpg --limit 60 --epochs 300\`. When does early stopping end?`,
        zh: `用更少的车学习：\`${command} run auto-mpg --limit 60 --epochs 300\`。早停何时结束？`,
      },
    ].map(say),
  };
}
