import type { LabContext, LabStory } from '../../define-lab';
import { duration, inLanguage, percent, readable, type Text } from '../../texts';
import type { IrisRun } from './checks';

/** Tells what the run did, with its own numbers. */
export function story(run: IrisRun, { language, command, settings }: LabContext): LabStory {
  const { test, seconds, net, answers, data } = run;
  const say = (text: Text) => inLanguage(text, language);
  const right = Math.round((test.accuracy ?? 0) * data.counts.test);
  const parameters = net.layers.countParams();
  return {
    title: say({ en: 'Iris, by hand', zh: '鸢尾花：亲手写训练循环' }),
    summary: say({
      en: `A loop written by hand trained a network of ${readable(parameters)} parameters on ${readable(data.counts.train)} flowers in ${duration(seconds.training)}. It names ${right} of ${readable(data.counts.test)} others right.`,
      zh: `亲手写的循环用 ${duration(seconds.training, 'zh')}在 ${readable(data.counts.train)} 朵花上训练了一个有 ${readable(parameters)} 个参数的网络，它在另外 ${readable(data.counts.test)} 朵中认对了 ${right} 朵。`,
    }),
    numbers: [
      {
        label: say({ en: 'Test accuracy', zh: '测试准确率' }),
        value: percent(test.accuracy),
        note: say({ en: `${right} of ${data.counts.test}`, zh: `${data.counts.test} 中的 ${right}` }),
      },
      { label: say({ en: 'Test loss', zh: '测试损失' }), value: readable(test.loss ?? Number.NaN, 3) },
      {
        label: say({ en: 'Bare version', zh: '最简版本' }),
        value: percent(test.bare_accuracy),
        note: say({ en: `${net.bare.countParams()} parameters`, zh: `${net.bare.countParams()} 个参数` }),
      },
      { label: say({ en: 'Training', zh: '训练' }), value: duration(seconds.training, language) },
    ],
    sections: [
      {
        title: say({ en: 'The data', zh: '数据' }),
        text: [
          say({
            en: 'R. A. Fisher published 150 irises in 1936: length and width of sepals and petals, fifty flowers of each of three species. They are shuffled and split once, the same for every seed, so that two runs are tested on the same thirty flowers.',
            zh: 'R. A. Fisher 在 1936 年发表了 150 朵鸢尾花：萼片和花瓣的长与宽，三个品种各五十朵。数据打乱并划分一次，对所有种子都相同，因此不同的运行在同样的三十朵花上测试。',
          }),
        ],
        figures: ['petals'],
      },
      {
        title: say({ en: 'The loop', zh: '训练循环' }),
        text: [
          say({
            en: `Each step takes ${settings.batchSize} flowers, computes the loss, asks for its gradient with \`gradientsOf\`, and moves every weight against it: \`w ← w - 0.01 · ∂loss/∂w\`. That is all that \`fit\` with SGD does, too.`,
            zh: `每一步取 ${settings.batchSize} 朵花，计算损失，用 \`gradientsOf\` 求梯度，再让每个权重逆着它移动：\`w ← w - 0.01 · ∂loss/∂w\`。用 SGD 的 \`fit\` 做的也就是这些。`,
          }),
        ],
        figures: ['curves'],
      },
      {
        title: say({ en: 'One layer is nearly enough', zh: '一层几乎就够了' }),
        text: [
          say({
            en: 'The bare version has no hidden layer: four lengths times twelve weights, plus three biases, softmax. It makes the mean squared error small, where the other makes cross-entropy small.',
            zh: '最简版本没有隐藏层：四个测量值乘十二个权重，加三个偏置，再做 softmax。它减小的是均方误差，另一个减小的是交叉熵。',
          }),
        ],
        figures: ['bare-curves'],
      },
      {
        title: say({ en: 'Answers', zh: '回答' }),
        figures: ['confusion'],
        tables: [
          {
            caption: say({
              en: 'Three flowers without a label, and the probabilities.',
              zh: '三朵没有标签的花和各品种的概率。',
            }),
            columns: [say({ en: 'Lengths in cm', zh: '测量值（厘米）' }), ...data.classNames],
            rows: answers.flowers.map(({ lengths, probabilities }) => [
              lengths.map((length) => readable(length, 1)).join(', '),
              ...probabilities.map((share) => percent(share)),
            ]),
          },
        ],
      },
    ],
    next: [
      {
        en: `Start from other random weights: \`${command} run iris --seed 2\`. Which flowers stay wrong?`,
        zh: `换一组随机初始权重：\`${command} run iris --seed 2\`。哪些花依然认错？`,
      },
      {
        en: `Stop early: \`${command} run iris --epochs 20\`. Which species does it know first?`,
        zh: `早早停下：\`${command} run iris --epochs 20\`。它最先学会哪个品种？`,
      },
      {
        en: `Take one flower at a time: \`${command} run iris --batch-size 1\`. What becomes of the curves?`,
        zh: `每次只取一朵花：\`${command} run iris --batch-size 1\`。曲线会变成什么样？`,
      },
    ].map(say),
  };
}
