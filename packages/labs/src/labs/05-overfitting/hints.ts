import type { Hints } from '../../exercises/grade';

/** Three hints for each step of lab 5's exercise. */
export const hints = {
  multiHot: [
    { en: 'Begin with a row of zeros.', zh: '先建一行 0。' },
    {
      en: 'The number of a word is its place. The order of the words is lost.',
      zh: '词的编号就是位置。词的顺序会丢失。',
    },
    {
      en: '`for (const number of numbers) if (number !== 0) row[number] = 1;`',
      zh: '`for (const number of numbers) if (number !== 0) row[number] = 1;`',
    },
  ],
  model: [
    { en: 'Three Dense layers; two of them have `units` units.', zh: '三个 Dense 层，其中两个有 `units` 个单元。' },
    { en: 'The input is a row of 1000: `inputShape: [1000]`.', zh: '输入是一行 1000 个数：`inputShape: [1000]`。' },
    {
      en: "Dense({ units, activation: 'relu', inputShape: [1000] }), Dense({ units, activation: 'relu' }), Dense({ units: 1, activation: 'sigmoid' })",
      zh: "Dense({ units, activation: 'relu', inputShape: [1000] })、Dense({ units, activation: 'relu' })、Dense({ units: 1, activation: 'sigmoid' })",
    },
  ],
  regularised: [
    { en: 'Two more options, and two more layers.', zh: '多两个选项，多两层。' },
    {
      en: '`kernelRegularizer: new regularizers.L2({ l2: 0.001 })`; `new Dropout({ rate: 0.5 })`.',
      zh: '`kernelRegularizer: new regularizers.L2({ l2: 0.001 })`；`new Dropout({ rate: 0.5 })`。',
    },
    {
      en: 'Dense with L2, Dropout, Dense with L2, Dropout, Dense of 1: five layers.',
      zh: '带 L2 的 Dense、Dropout、带 L2 的 Dense、Dropout、Dense 1：共五层。',
    },
  ],
  train: [
    { en: '`fit` returns an object that holds `history`.', zh: '`fit` 返回的对象里有 `history`。' },
    { en: '`validationData` takes texts and answers as a pair.', zh: '`validationData` 接收成对的文本和答案。' },
    {
      en: '`const { history } = await model.fit(training.x, training.y, { epochs: 3, validationData: [validation.x, validation.y] }); return history;`',
      zh: '`const { history } = await model.fit(training.x, training.y, { epochs: 3, validationData: [validation.x, validation.y] }); return history;`',
    },
  ],
  diagnose: [
    { en: 'The validation loss alone tells of learning by heart.', zh: '只有验证损失能说明死记硬背。' },
    {
      en: '`Math.min(...validationLoss)` is its least, `.at(-1)` its last.',
      zh: '`Math.min(...validationLoss)` 是最低值，`.at(-1)` 是最后的值。',
    },
    {
      en: 'Last at least 1.1 times the least: `overfitting`. Otherwise, both last values below those before: `underfitting`.',
      zh: '最后的值不低于最低值的 1.1 倍：`overfitting`。否则，两者最后的值都低于前一个：`underfitting`。',
    },
  ],
} satisfies Record<string, Hints>;
