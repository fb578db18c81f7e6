import type { Hints } from '../../exercises/grade';

/** Three hints for each step of lab 3's exercise. */
export const hints = {
  encode: [
    { en: 'One number for the start, then one for each word.', zh: '先是开头的数，然后每个词一个数。' },
    {
      en: '`index.get(word)` is `undefined` for a word that is not in it.',
      zh: '词不在索引里时，`index.get(word)` 是 `undefined`。',
    },
    {
      en: '`[1, ...words.map((word) => index.get(word) ?? 2)]`',
      zh: '`[1, ...words.map((word) => index.get(word) ?? 2)]`',
    },
  ],
  pad: [
    { en: 'Cut first, fill afterwards.', zh: '先截断，再补齐。' },
    {
      en: '`numbers.slice(0, length)` cuts, and leaves short ones as they are.',
      zh: '`numbers.slice(0, length)` 会截断，短的保持不变。',
    },
    {
      en: 'Behind what was kept come `new Array(length - kept.length).fill(0)`.',
      zh: '在保留的部分后面接上 `new Array(length - kept.length).fill(0)`。',
    },
  ],
  model: [
    {
      en: 'Four layers. The first makes 16 numbers of each word number.',
      zh: '四层。第一层把每个词编号变成 16 个数。',
    },
    {
      en: 'An Embedding is told `inputDim` (how many words) and `outputDim` (how many numbers for each).',
      zh: 'Embedding 需要 `inputDim`（多少个词）和 `outputDim`（每个词多少个数）。',
    },
    {
      en: "Embedding({ inputDim: 10_000, outputDim: 16, inputShape: [null] }), GlobalAveragePooling1D(), Dense({ units: 16, activation: 'relu' }), Dense({ units: 1, activation: 'sigmoid' })",
      zh: "Embedding({ inputDim: 10_000, outputDim: 16, inputShape: [null] })、GlobalAveragePooling1D()、Dense({ units: 16, activation: 'relu' })、Dense({ units: 1, activation: 'sigmoid' })",
    },
  ],
  compile: [
    {
      en: 'There are two classes and one output: which cross-entropy is that?',
      zh: '两个类别、一个输出：这是哪种交叉熵？',
    },
    { en: 'The sigmoid is in the last layer already.', zh: 'sigmoid 已经在最后一层。' },
    {
      en: "`model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', metrics: ['accuracy'] })`",
      zh: "`model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', metrics: ['accuracy'] })`",
    },
  ],
  train: [
    { en: '`await model.fit(…)`: texts, answers, options.', zh: '`await model.fit(…)`：文本、答案、选项。' },
    { en: '`validationData` takes texts and answers as a pair.', zh: '`validationData` 接收成对的文本和答案。' },
    {
      en: '`await model.fit(training.x, training.y, { epochs: 3, validationData: [validation.x, validation.y] })`, and return the model.',
      zh: '`await model.fit(training.x, training.y, { epochs: 3, validationData: [validation.x, validation.y] })`，并返回模型。',
    },
  ],
  best: [
    {
      en: 'Which of the two losses tells of texts it has not learned from?',
      zh: '两个损失中，哪个说的是没有学过的文本？',
    },
    { en: 'The place of the least one, and one more: epochs count from 1.', zh: '最小值的位置再加一：轮次从 1 数起。' },
    {
      en: '`history.val_loss.indexOf(Math.min(...history.val_loss)) + 1`',
      zh: '`history.val_loss.indexOf(Math.min(...history.val_loss)) + 1`',
    },
  ],
} satisfies Record<string, Hints>;
