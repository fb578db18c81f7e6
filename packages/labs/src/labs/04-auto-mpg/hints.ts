import type { Hints } from '../../exercises/grade';

/** Three hints for each step of lab 4's exercise. */
export const hints = {
  unknown: [
    {
      en: '`rows.filter(…)` keeps the rows for which its function says true.',
      zh: '`rows.filter(…)` 保留函数返回 true 的行。',
    },
    {
      en: '`value === NaN` is never true, also where the value is NaN.',
      zh: '`value === NaN` 永远不为真，即使值就是 NaN。',
    },
    {
      en: '`rows.filter((row) => !row.some((value) => Number.isNaN(value)))`',
      zh: '`rows.filter((row) => !row.some((value) => Number.isNaN(value)))`',
    },
  ],
  oneHot: [
    { en: 'The result is as long as the list of origins.', zh: '结果与产地列表一样长。' },
    { en: 'Of each origin in the list: is it this one?', zh: '对列表中的每个产地问：是不是这个？' },
    {
      en: '`origins.map((name) => (name === origin ? 1 : 0))`',
      zh: '`origins.map((name) => (name === origin ? 1 : 0))`',
    },
  ],
  normalise: [
    { en: 'One mean and one deviation, used twice.', zh: '一个均值、一个标准差，用两次。' },
    {
      en: 'Both are the training values’: what the test cars are like is not to be known.',
      zh: '两者都来自训练数据：测试数据是什么样，不应当知道。',
    },
    {
      en: 'The deviation is the root of the mean of (x - mean)². Then `(value - mean) / deviation` for each value of both.',
      zh: '标准差是 (x - mean)² 的平均值开根号。然后两组的每个值都做 `(value - mean) / deviation`。',
    },
  ],
  model: [
    { en: 'Three Dense layers.', zh: '三个 Dense 层。' },
    {
      en: 'The first is told `inputShape: [9]`; the last has one unit, and no activation.',
      zh: '第一层要有 `inputShape: [9]`；最后一层一个单元，没有激活函数。',
    },
    {
      en: "Dense({ units: 64, activation: 'relu', inputShape: [9] }), Dense({ units: 64, activation: 'relu' }), Dense({ units: 1 })",
      zh: "Dense({ units: 64, activation: 'relu', inputShape: [9] })、Dense({ units: 64, activation: 'relu' })、Dense({ units: 1 })",
    },
  ],
  compile: [
    { en: 'A number is foretold, not a class.', zh: '预测的是数，不是类别。' },
    {
      en: "`loss: 'mse'`, and a metric that people can read: `metrics: ['mae']`.",
      zh: "`loss: 'mse'`，再加一个人看得懂的指标：`metrics: ['mae']`。",
    },
    {
      en: "`model.compile({ optimizer: new RMSprop({ learningRate: 0.001 }), loss: 'mse', metrics: ['mae'] })`",
      zh: "`model.compile({ optimizer: new RMSprop({ learningRate: 0.001 }), loss: 'mse', metrics: ['mae'] })`",
    },
  ],
  train: [
    {
      en: '`validationSplit` holds back a part, `callbacks` may stop.',
      zh: '`validationSplit` 留出一部分，`callbacks` 可以停止训练。',
    },
    {
      en: '`EarlyStopping` of `@tenlab/callbacks` watches `val_loss` with a `patience`.',
      zh: '`@tenlab/callbacks` 的 `EarlyStopping` 以 `patience` 观察 `val_loss`。',
    },
    {
      en: "`{ epochs: 1000, validationSplit: 0.2, callbacks: [new EarlyStopping({ monitor: 'val_loss', patience: 10 })] }`",
      zh: "`{ epochs: 1000, validationSplit: 0.2, callbacks: [new EarlyStopping({ monitor: 'val_loss', patience: 10 })] }`",
    },
  ],
  error: [
    { en: 'Of each pair the difference, then the mean.', zh: '每一对取差，再取平均。' },
    { en: 'Too much and too little must not cancel out: `Math.abs`.', zh: '多和少不能互相抵消：用 `Math.abs`。' },
    {
      en: 'The sum of `Math.abs(truth[i] - predicted[i])`, divided by `truth.length`.',
      zh: '`Math.abs(truth[i] - predicted[i])` 的和除以 `truth.length`。',
    },
  ],
} satisfies Record<string, Hints>;
