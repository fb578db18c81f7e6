import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import type { ArrayRun } from './checks';
import { nameOf, sizes } from './networks';

/** Tells what the run did, with its own numbers. */
export function story({ data, net, answers, history, test, seconds }: ArrayRun, context: LabContext): LabStory {
  const { language, command } = context;
  const say = (text: Text) => inLanguage(text, language);
  const parameters = net[answers.best].countParams();
  const units = answers.best.replace('hidden', '');
  const searched = answers.search[answers.best].val_accuracy?.length ?? 0;
  return {
    title: say({ en: 'A network in plain arrays', zh: '用普通数组写的网络' }),
    summary: say({
      en: `Lists of numbers and loops over them learned from ${readable(data.counts.train)} digits and read ${percent(test.accuracy, 2)} of ${readable(data.counts.test)} others right.`,
      zh: `数字列表加循环，从 ${readable(data.counts.train)} 个数字中学习，在另外 ${readable(data.counts.test)} 个上读对了 ${percent(test.accuracy, 2)}。`,
    }),
    numbers: [
      { label: say({ en: 'Test accuracy', zh: '测试准确率' }), value: percent(test.accuracy, 2) },
      {
        label: say({ en: 'Best size', zh: '最佳大小' }),
        value: units,
        note: say({ en: 'hidden units', zh: '个隐藏单元' }),
      },
      { label: say({ en: 'Parameters', zh: '参数' }), value: readable(parameters) },
      { label: say({ en: 'Search and training', zh: '搜索与训练' }), value: duration(seconds.training, language) },
    ],
    sections: [
      {
        title: say({ en: 'Four lines', zh: '四行' }),
        text: [
          say({
            en: 'A step is: forward, `a = f(x · W + b)` layer by layer; the loss and its gradient, `softmax(z) - onehot(label)`; backward, the chain rule from the last layer to the first; and the update, `w ← w - 0.05 · g`. The files behind it have some eighty lines each and no import but one for errors.',
            zh: '一步就是：前向，逐层计算 `a = f(x · W + b)`；损失及其梯度 `softmax(z) - onehot(label)`；反向，用链式法则从最后一层回到第一层；更新，`w ← w - 0.05 · g`。背后的文件每个约八十行，除了报错的一行外没有任何导入。',
          }),
        ],
        figures: ['units'],
      },
      {
        title: say({ en: 'How many hidden units?', zh: '用多少隐藏单元？' }),
        text: [
          say({
            en: `Three sizes were trained for ${searched} epochs on a part of the digits, and judged on digits held back. The best was trained on all.`,
            zh: `三种大小在一部分数字上各训练 ${searched} 个轮次，并在留出的数字上比较；最好的再用全部数字训练。`,
          }),
        ],
        figures: ['search'],
        tables: [
          {
            caption: say({ en: 'The search in numbers.', zh: '搜索的数值。' }),
            columns: say({
              en: 'Hidden units|Parameters|Training accuracy|Validation accuracy',
              zh: '隐藏单元|参数|训练准确率|验证准确率',
            }).split('|'),
            rows: sizes.map((size) => {
              const { accuracy, val_accuracy } = answers.search[nameOf(size)];
              return [
                size,
                readable(net[nameOf(size)].countParams()),
                percent(accuracy?.at(-1)),
                percent(val_accuracy?.at(-1)),
              ];
            }),
          },
        ],
      },
      {
        title: say({ en: 'The best one', zh: '最好的网络' }),
        text: [
          say({
            en: `Trained for ${history.loss!.length} epochs. The same weights in the layers of the package give the same logits, to ${answers.difference.toExponential(1)}: arrays count in 64 bits, tensors in 32.`,
            zh: `训练了 ${history.loss!.length} 个轮次。把同样的权重放进程序包的层里，得到同样的 logits，相差不超过 ${answers.difference.toExponential(1)}：数组用 64 位计算，张量用 32 位。`,
          }),
        ],
        figures: ['curves', 'confusion'],
      },
    ],
    next: [
      {
        en: `Train for longer on more digits: \`${command} run handwritten-network --tier full\`. How much does it bring?`,
        zh: `用更多数字训练更久：\`${command} run handwritten-network --tier full\`。能提高多少？`,
      },
      {
        en: `One digit a step: \`${command} run handwritten-network --batch-size 1\`. Faster or slower, better or worse?`,
        zh: `每步一个数字：\`${command} run handwritten-network --batch-size 1\`。更快还是更慢，更好还是更差？`,
      },
      {
        en: `Compare the time with that of lab 1: \`${command} run mnist-digits\`. It trains a larger network on five times as many digits.`,
        zh: `与实验 1 的时间比较：\`${command} run mnist-digits\`。它在五倍的数字上训练一个更复杂的网络。`,
      },
    ].map(say),
  };
}
