import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import type { LeNetRun } from './checks';

/** Tells what the run did, with its own numbers. */
export function story(run: LeNetRun, { language, command, settings }: LabContext): LabStory {
  const { data, epochs, history, net, test, seconds } = run;
  const say = (text: Text) => inLanguage(text, language);
  const [first, firstVal] = [percent(history.accuracy![0]), percent(history.val_accuracy![0])];
  return {
    title: say({ en: 'LeNet with dropout', zh: '带 dropout 的 LeNet' }),
    summary: say({
      en: `The classic network learned from ${readable(Math.round(0.8 * data.counts.train))} digits in ${duration(seconds.training)} and reads ${percent(test.accuracy, 2)} of ${readable(data.counts.test)} others right.`,
      zh: `这个经典网络用 ${duration(seconds.training, 'zh')}从 ${readable(Math.round(0.8 * data.counts.train))} 个数字中学习，在另外 ${readable(data.counts.test)} 个上读对了 ${percent(test.accuracy, 2)}。`,
    }),
    numbers: [
      { label: say({ en: 'Test accuracy', zh: '测试准确率' }), value: percent(test.accuracy, 2) },
      { label: say({ en: 'Test loss', zh: '测试损失' }), value: readable(test.loss!, 4) },
      {
        label: say({ en: 'Training', zh: '训练' }),
        value: duration(seconds.training, language),
        note: say({
          en: `${readable(epochs.at(-1)?.ms_per_step ?? Number.NaN, 1)} ms a step`,
          zh: `每步 ${readable(epochs.at(-1)?.ms_per_step ?? Number.NaN, 1)} ms`,
        }),
      },
      { label: say({ en: 'Parameters', zh: '参数' }), value: readable(net.countParams()) },
    ],
    sections: [
      {
        title: say({ en: 'Dropout', zh: 'dropout' }),
        text: [
          say({
            en: `In each training step a quarter of the hundred hidden values is set to 0, others each time, and the rest is divided by 0.75 so that their sum stays the same. No value can count on another. Where the network is asked and not trained, nothing is dropped: so after the first epoch it read ${firstVal} of the digits held back right, and ${first} of those it was learning from.`,
            zh: `每个训练步里，一百个隐藏值中有四分之一被设为 0，每次不同；其余的除以 0.75，使总和不变。任何一个值都不能依赖另一个。提问时（而不是训练时）什么也不丢弃：所以第一个轮次之后，它在留出的数字上读对 ${firstVal}，而在学习的数字上只有 ${first}。`,
          }),
          say({
            en: `A fifth of the training digits is held back for validation: ${readable(epochs.at(-1)?.steps ?? 0)} steps of ${settings.batchSize} in each epoch.`,
            zh: `留出五分之一的训练数字做验证：每个轮次 ${readable(epochs.at(-1)?.steps ?? 0)} 步，每步 ${settings.batchSize} 个。`,
          }),
        ],
        figures: ['curves'],
        tables: [
          {
            caption: say({ en: 'Every epoch in numbers.', zh: '各轮次的数值。' }),
            columns: say({
              en: 'Epoch|Loss|Accuracy|Validation loss|Validation accuracy|ms a step',
              zh: '轮次|损失|准确率|验证损失|验证准确率|每步 ms',
            }).split('|'),
            rows: epochs.map((epoch) => [
              epoch.epoch,
              ...['loss', 'accuracy', 'val_loss', 'val_accuracy'].map((name) => readable(Number(epoch[name]), 4)),
              readable(epoch.ms_per_step, 1),
            ]),
          },
        ],
      },
      {
        title: say({ en: 'Right and wrong', zh: '对与错' }),
        figures: ['confusion', 'predictions'],
      },
    ],
    next: [
      {
        en: `Train as long as the course does: \`${command} run lenet-dropout --tier full\`. Does validation still follow?`,
        zh: `像课程里那样训练：\`${command} run lenet-dropout --tier full\`。验证还跟得上吗？`,
      },
      {
        en: `Compare with lab 1: \`${command} run mnist-digits\`. It has half as many parameters again, and no dropout.`,
        zh: `与实验 1 比较：\`${command} run mnist-digits\`。它的参数多一半，没有 dropout。`,
      },
      {
        en: `Learn from a tenth of the digits: \`${command} run lenet-dropout --limit 6000\`. There dropout matters more.`,
        zh: `只用十分之一的数字：\`${command} run lenet-dropout --limit 6000\`。这时 dropout 更重要。`,
      },
    ].map(say),
  };
}
