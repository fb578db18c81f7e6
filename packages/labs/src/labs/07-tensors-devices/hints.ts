import type { Hints } from '../../exercises/grade';

/** Three hints for each step of lab 7's exercise. */
export const hints = {
  broadcast: [
    { en: 'Write both shapes below each other, their right ends aligned.', zh: '把两个形状上下对齐写，右端对齐。' },
    { en: 'A missing axis counts as 1, and 1 fits everything.', zh: '缺少的轴算作 1，而 1 与任何长度都相配。' },
    {
      en: '`a.at(-axis) ?? 1` for axis 1, 2, …; equal, or one of them 1, else null.',
      zh: '对 axis 1、2……取 `a.at(-axis) ?? 1`；相等或其一为 1，否则为 null。',
    },
  ],
  classes: [
    { en: '`tf.argMax` gives places, `tf.max` gives values.', zh: '`tf.argMax` 给出位置，`tf.max` 给出值。' },
    { en: 'Axis 0 goes down a column, axis 1 along a row.', zh: '轴 0 沿列向下，轴 1 沿行。' },
    { en: '`Array.from(tf.argMax(answers, 1).dataSync())`', zh: '`Array.from(tf.argMax(answers, 1).dataSync())`' },
  ],
  oneHot: [
    { en: 'Label 0 is `1, 0, 0, …`.', zh: '标签 0 是 `1, 0, 0, …`。' },
    { en: '`tf.oneHot` takes whole numbers: int32.', zh: '`tf.oneHot` 接收整数：int32。' },
    {
      en: "`tf.oneHot(tf.tensor1d(labels, 'int32'), classes).arraySync()`",
      zh: "`tf.oneHot(tf.tensor1d(labels, 'int32'), classes).arraySync()`",
    },
  ],
  where: [
    {
      en: '`tf.where(condition, a, b)`: a where it holds, else b.',
      zh: '`tf.where(条件, a, b)`：成立处取 a，否则取 b。',
    },
    { en: 'The condition: `tf.greater(x, 0)`.', zh: '条件：`tf.greater(x, 0)`。' },
    { en: '`tf.where(tf.greater(x, 0), x, tf.zerosLike(x))`', zh: '`tf.where(tf.greater(x, 0), x, tf.zerosLike(x))`' },
  ],
  pipeline: [
    {
      en: 'Four calls: `fromIterable`, `map`, `shuffle`, `batch`.',
      zh: '四个调用：`fromIterable`、`map`、`shuffle`、`batch`。',
    },
    {
      en: '`shuffle(points.length, { seed: 1 })` holds all points.',
      zh: '`shuffle(points.length, { seed: 1 })` 会保留所有点。',
    },
    {
      en: '`Dataset.fromIterable(points).map(({ x, y, kind }) => [Float32Array.of(x, y), kind]).shuffle(points.length, { seed: 1 }).batch(batchSize)`',
      zh: '`Dataset.fromIterable(points).map(({ x, y, kind }) => [Float32Array.of(x, y), kind]).shuffle(points.length, { seed: 1 }).batch(batchSize)`',
    },
  ],
} satisfies Record<string, Hints>;
