import type { Hints } from '../../exercises/grade';

/** Three hints for each step of lab 2's exercise. */
export const hints = {
  pool: [
    {
      en: 'Two loops: over every second row, and in it over every second column.',
      zh: '两重循环：每隔一行，其中每隔一列。',
    },
    {
      en: 'A block is picture[y][x], picture[y][x + 1] and the two below.',
      zh: '一个块是 picture[y][x]、picture[y][x + 1] 和下面两个。',
    },
    {
      en: '`Math.max(picture[y][x], picture[y][x + 1], picture[y + 1][x], picture[y + 1][x + 1])`',
      zh: '`Math.max(picture[y][x], picture[y][x + 1], picture[y + 1][x], picture[y + 1][x + 1])`',
    },
  ],
  model: [
    {
      en: 'Three layers in `new Sequential([…])`, or one by one with `model.add(…)`.',
      zh: '三层放进 `new Sequential([…])`，或用 `model.add(…)` 逐个添加。',
    },
    {
      en: 'Flatten comes first and is told the shape of a picture: `inputShape: [28, 28, 1]`.',
      zh: '先是 Flatten，并告诉它图片的形状：`inputShape: [28, 28, 1]`。',
    },
    {
      en: "Flatten({ inputShape: [28, 28, 1] }), Dense({ units: 128, activation: 'relu' }), Dense({ units: 10, activation: 'softmax' })",
      zh: "Flatten({ inputShape: [28, 28, 1] })、Dense({ units: 128, activation: 'relu' })、Dense({ units: 10, activation: 'softmax' })",
    },
  ],
  compile: [
    { en: 'Labels are numbers, so the loss is a sparse one.', zh: '标签是数，所以用 sparse 的损失。' },
    {
      en: 'The network applies softmax already; lab 1 left it to the loss.',
      zh: '网络已经做了 softmax；实验 1 是留给损失做的。',
    },
    {
      en: "`model.compile({ optimizer: 'adam', loss: new SparseCategoricalCrossentropy(), metrics: ['accuracy'] })`",
      zh: "`model.compile({ optimizer: 'adam', loss: new SparseCategoricalCrossentropy(), metrics: ['accuracy'] })`",
    },
  ],
  stop: [
    {
      en: 'A callback is told of the end of each epoch, with its metrics.',
      zh: '回调在每个轮次结束时会收到各项指标。',
    },
    {
      en: '`StopWhen` of `@tenlab/callbacks` watches one metric.',
      zh: '`@tenlab/callbacks` 的 `StopWhen` 会看一个指标。',
    },
    {
      en: "`new StopWhen({ metric: 'accuracy', above: 0.9 })`",
      zh: "`new StopWhen({ metric: 'accuracy', above: 0.9 })`",
    },
  ],
  train: [
    { en: '`await model.fit(…)`: pictures, labels, options.', zh: '`await model.fit(…)`：图片、标签、选项。' },
    {
      en: '`validationSplit` holds back a part of what `fit` is given.',
      zh: '`validationSplit` 会从 `fit` 的数据里留出一部分。',
    },
    {
      en: '`await model.fit(training.x, training.y, { epochs: 2, validationSplit: 0.1, callbacks: [stopWhenGood()] })`, and return the model.',
      zh: '`await model.fit(training.x, training.y, { epochs: 2, validationSplit: 0.1, callbacks: [stopWhenGood()] })`，并返回模型。',
    },
  ],
  answer: [
    { en: 'Which place has the largest probability?', zh: '最大的概率在什么位置？' },
    {
      en: 'The place is the label, and names stand in the order of labels.',
      zh: '位置就是标签，名字按标签的顺序排列。',
    },
    {
      en: '`classNames[probabilities.indexOf(Math.max(...probabilities))]`',
      zh: '`classNames[probabilities.indexOf(Math.max(...probabilities))]`',
    },
  ],
} satisfies Record<string, Hints>;
