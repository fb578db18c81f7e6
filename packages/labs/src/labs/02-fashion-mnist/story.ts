import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, readable, type Text } from '../../texts';
import type { ClothesRun } from './checks';
import { pool, poolingExample, rowsOf } from './filters';

/** Tells what the run did, with its own numbers. */
export function story(run: ClothesRun, { language, command, settings }: LabContext): LabStory {
  const { epochs, test, seconds, net, data } = run;
  const say = (text: Text) => inLanguage(text, language);
  const { accuracy = Number.NaN, loss = Number.NaN } = test;
  const percent = `${readable(100 * accuracy, 2)} %`;
  const stopped = epochs.length < settings.epochs;
  const pooled = [...rowsOf(pool(poolingExample, 'max')), ...rowsOf(pool(poolingExample, 'mean'))];
  return {
    title: say({ en: 'Clothes', zh: '服装' }),
    summary: say({
      en: `Two dense layers learned from ${readable(data.counts.train)} pictures of clothes in ${duration(seconds.training)}, and name ${percent} of ${readable(data.counts.test)} others right.`,
      zh: `两个全连接层用 ${duration(seconds.training, 'zh')}学习了 ${readable(data.counts.train)} 张服装图片，在另外 ${readable(data.counts.test)} 张上认对了 ${percent}。`,
    }),
    numbers: [
      { label: say({ en: 'Test accuracy', zh: '测试准确率' }), value: percent },
      { label: say({ en: 'Test loss', zh: '测试损失' }), value: readable(loss, 4) },
      {
        label: say({ en: 'Epochs', zh: '轮次' }),
        value: String(epochs.length),
        note: stopped
          ? say({ en: 'stopped above 90 %', zh: '超过 90 % 时停止' })
          : say({ en: 'all of them', zh: '全部' }),
      },
      { label: say({ en: 'Parameters', zh: '参数' }), value: readable(net.countParams()) },
    ],
    sections: [
      {
        title: say({ en: 'The data', zh: '数据' }),
        text: [
          say({
            en: 'Fashion-MNIST has the size of MNIST, and is harder: a shirt and a coat differ by less than a 3 and an 8.',
            zh: 'Fashion-MNIST 与 MNIST 大小相同，但更难：衬衫与外套的差别比 3 与 8 更小。',
          }),
        ],
        figures: ['samples'],
      },
      {
        title: say({ en: 'Filters and pooling', zh: '滤波器与池化' }),
        text: [
          say({
            en: 'This network has no convolution; lab 1 has. A filter is laid on every place of the picture, multiplied and added up. Pooling makes one number of each 2 x 2.',
            zh: '这个网络没有卷积，实验 1 有。滤波器放在图片的每个位置，相乘再相加。池化把每个 2 x 2 变成一个数。',
          }),
        ],
        figures: ['filters'],
        tables: [
          {
            caption: say({
              en: 'Four by four numbers, the largest of each 2 x 2, and the mean of each.',
              zh: '4 x 4 个数，每个 2 x 2 的最大值和平均值。',
            }),
            columns: say({ en: '1|2|3|4|max|max|mean|mean', zh: '1|2|3|4|最大|最大|平均|平均' }).split('|'),
            rows: rowsOf(poolingExample).map((row, index) => [
              ...row,
              ...(index < 2 ? [...pooled[index]!, ...pooled[index + 2]!] : ['', '', '', '']),
            ]),
          },
        ],
      },
      {
        title: say({ en: 'Training', zh: '训练' }),
        text: [
          say({
            en: 'The training loss falls even while a network learns by heart, so a tenth of the training pictures is held back: the validation set. Whoever chooses by the validation set leaks it into the choice; that is why there is a test set besides, used once.',
            zh: '网络死记硬背时，训练损失也会下降，所以留出十分之一的训练图片作验证集。按验证集做选择，就会把它泄漏到选择里；因此另有只用一次的测试集。',
          }),
        ],
        figures: ['curves'],
      },
      { title: say({ en: 'Right and wrong', zh: '对与错' }), figures: ['one-answer', 'confusion', 'predictions'] },
    ],
    next: [
      {
        en: `Five epochs, as the course begins: \`${command} run fashion-mnist --epochs 5\`. What do the others bring?`,
        zh: `像课程开头那样只训练五个轮次：\`${command} run fashion-mnist --epochs 5\`。其余轮次带来什么？`,
      },
      {
        en: `Up to thirty epochs: \`${command} run fashion-mnist --tier full\`. When does it stop?`,
        zh: `最多三十个轮次：\`${command} run fashion-mnist --tier full\`。它何时停止？`,
      },
      {
        en: `Start from other random weights: \`${command} run fashion-mnist --seed 2\`. Which mistakes stay?`,
        zh: `换一组随机初始权重：\`${command} run fashion-mnist --seed 2\`。哪些错误依然存在？`,
      },
    ].map(say),
  };
}
