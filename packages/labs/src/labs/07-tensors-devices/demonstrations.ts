import { randomNormalValues, scope } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Text } from '../../texts';
import { inverse } from './inverse';

/** A line of code, and the same line as a function: what it gives is shown, not remembered. */
export interface Demonstration {
  code: string;
  run: () => unknown;
}

export interface Topic {
  id: string;
  title: Text;
  /** What to see in it. */
  text: Text;
  demonstrations: readonly Demonstration[];
}

/** A demonstration that was run. */
export interface Shown {
  code: string;
  result: string;
}

const A = [
  [4, 7],
  [2, 6],
];

/** What the lab shows of tensors, topic by topic. */
export const topics: readonly Topic[] = [
  {
    id: 'shape',
    title: { en: 'Shape and type', zh: '形状与类型' },
    text: {
      en: 'A tensor is numbers of one type in a shape. The rank is the number of axes: a scalar has none, a matrix two.',
      zh: '张量是一种类型的数，按某个形状排列。秩是轴的个数：标量为零，矩阵为二。',
    },
    demonstrations: [
      { code: 'tf.scalar(3)', run: () => tf.scalar(3) },
      { code: 'tf.tensor([1, 2, 3])', run: () => tf.tensor([1, 2, 3]) },
      {
        code: 'tf.tensor([[1, 2], [3, 4], [5, 6]]).shape',
        run: () =>
          tf.tensor([
            [1, 2],
            [3, 4],
            [5, 6],
          ]).shape,
      },
      {
        code: 'tf.tensor([[1, 2], [3, 4], [5, 6]]).rank',
        run: () =>
          tf.tensor([
            [1, 2],
            [3, 4],
            [5, 6],
          ]).rank,
      },
      { code: 'tf.reshape(tf.range(0, 6), [2, 3])', run: () => tf.reshape(tf.range(0, 6), [2, 3]) },
    ],
  },
  {
    id: 'types',
    title: { en: 'Types', zh: '数据类型' },
    text: {
      en: 'float32 holds about seven digits, so 2²⁴ + 1 is no longer told from 2²⁴. int32 has no fractions: they are cut off. bool is true or false.',
      zh: 'float32 约有七位有效数字，所以 2²⁴ + 1 与 2²⁴ 无法区分。int32 没有小数部分，直接截断。bool 只有真和假。',
    },
    demonstrations: [
      { code: 'tf.tensor([1, 2, 3]).dtype', run: () => tf.tensor([1, 2, 3]).dtype },
      { code: "tf.cast([1.9, -1.9], 'int32')", run: () => tf.cast([1.9, -1.9], 'int32') },
      { code: 'tf.scalar(16777217)', run: () => tf.scalar(16777217) },
      { code: "tf.cast([0, 2, -1], 'bool')", run: () => tf.cast([0, 2, -1], 'bool') },
      { code: "tf.add(tf.tensor([1, 2], [2], 'int32'), 0.5)", run: () => tf.add(tf.tensor([1, 2], [2], 'int32'), 0.5) },
    ],
  },
  {
    id: 'arithmetic',
    title: { en: 'Arithmetic', zh: '运算' },
    text: {
      en: '`add` and `mul` go element by element, `matMul` is the product of matrices. An inverse undoes a product: A · A⁻¹ is the identity, but for rounding.',
      zh: '`add` 和 `mul` 逐元素运算，`matMul` 是矩阵乘法。逆矩阵撤销乘法：A · A⁻¹ 是单位矩阵（有舍入误差）。',
    },
    demonstrations: [
      { code: 'tf.add([1, 2], [3, 4])', run: () => tf.add([1, 2], [3, 4]) },
      { code: 'tf.mul([1, 2], [3, 4])', run: () => tf.mul([1, 2], [3, 4]) },
      {
        code: 'tf.matMul([[1, 2], [3, 4]], [[5], [6]])',
        run: () =>
          tf.matMul(
            [
              [1, 2],
              [3, 4],
            ],
            [[5], [6]],
          ),
      },
      {
        code: 'tf.sum([[1, 2], [3, 4]], 0)',
        run: () =>
          tf.sum(
            [
              [1, 2],
              [3, 4],
            ],
            0,
          ),
      },
      { code: 'inverse(A)', run: () => inverse(A) },
      { code: 'tf.matMul(A, inverse(A))', run: () => tf.matMul(A, inverse(A)!) },
    ],
  },
  {
    id: 'broadcasting',
    title: { en: 'Broadcasting', zh: '广播' },
    text: {
      en: 'Shapes are compared from the last axis on. Where one has length 1, or no axis, it is repeated; where both differ otherwise, it is an error.',
      zh: '从最后一个轴开始比较形状。长度为 1 或缺少的轴会重复；其他不同之处就是错误。',
    },
    demonstrations: [
      {
        code: 'tf.add([[1, 2, 3], [4, 5, 6]], 10)',
        run: () =>
          tf.add(
            [
              [1, 2, 3],
              [4, 5, 6],
            ],
            10,
          ),
      },
      {
        code: 'tf.add([[1, 2, 3], [4, 5, 6]], [10, 20, 30])',
        run: () =>
          tf.add(
            [
              [1, 2, 3],
              [4, 5, 6],
            ],
            [10, 20, 30],
          ),
      },
      { code: 'tf.mul([[1], [2], [3]], [[1, 2, 3, 4]])', run: () => tf.mul([[1], [2], [3]], [[1, 2, 3, 4]]) },
      { code: 'tf.add([1, 2], [1, 2, 3])', run: () => tf.add([1, 2], [1, 2, 3]) },
    ],
  },
  {
    id: 'compare',
    title: { en: 'Compare and choose', zh: '比较与选择' },
    text: {
      en: 'Comparisons give one answer for each element; `where` takes from one or the other by it. `argMax` gives the place of the largest along an axis: how answers become classes, and `oneHot` goes the other way.',
      zh: '比较对每个元素给出一个答案；`where` 按答案从两者中取值。`argMax` 给出某个轴上最大值的位置，答案就是这样变成类别的；`oneHot` 则反过来。',
    },
    demonstrations: [
      { code: 'tf.greater([1, 5, 3], [2, 2, 3])', run: () => tf.greater([1, 5, 3], [2, 2, 3]) },
      { code: 'tf.equal([1, 5, 3], [2, 2, 3])', run: () => tf.equal([1, 5, 3], [2, 2, 3]) },
      {
        code: 'tf.where(tf.greater([1, 5, 3], 2), [1, 5, 3], [0, 0, 0])',
        run: () => tf.where(tf.greater([1, 5, 3], 2), [1, 5, 3], [0, 0, 0]),
      },
      {
        code: 'tf.argMax([[1, 9, 2], [7, 1, 5]], 1)',
        run: () =>
          tf.argMax(
            [
              [1, 9, 2],
              [7, 1, 5],
            ],
            1,
          ),
      },
      {
        code: 'tf.argMax([[1, 9, 2], [7, 1, 5]], 0)',
        run: () =>
          tf.argMax(
            [
              [1, 9, 2],
              [7, 1, 5],
            ],
            0,
          ),
      },
      {
        code: "tf.oneHot(tf.tensor1d([2, 0], 'int32'), 3)",
        run: () => tf.oneHot(tf.tensor1d([2, 0], 'int32'), 3),
      },
      {
        code: "['setosa', 'virginica'].map((name, index) => [index, name])",
        run: () => ['setosa', 'virginica'].map((name, index) => [index, name]),
      },
    ],
  },
  {
    id: 'arrays',
    title: { en: 'Arrays in and out', zh: '数组进，数组出' },
    text: {
      en: 'A tensor may live elsewhere than in JavaScript: on a graphics card, in WebAssembly. Arrays are copied in when it is made, and out when it is read; so both are better done seldom and in large pieces. A tensor never changes, therefore `reshape` need not copy (it has the same data), and a transpose has to.',
      zh: '张量可能不在 JavaScript 里，而在显卡或 WebAssembly 中。创建时把数组复制进去，读取时再复制出来，所以最好少做、成块地做。张量从不改变，因此 `reshape` 不必复制（数据相同），转置则必须复制。',
    },
    demonstrations: [
      { code: 'tf.tensor([1.5, 2.5]).dataSync()', run: () => tf.tensor([1.5, 2.5]).dataSync() },
      {
        code: 'tf.tensor([[1, 2], [3, 4]]).arraySync()',
        run: () =>
          tf
            .tensor([
              [1, 2],
              [3, 4],
            ])
            .arraySync(),
      },
      {
        code: '((t) => tf.reshape(t, [4]).dataId === t.dataId)(tf.ones([2, 2]))',
        run: () => ((t: tf.Tensor) => tf.reshape(t, [4]).dataId === t.dataId)(tf.ones([2, 2])),
      },
      {
        code: '((t) => tf.transpose(t).dataId === t.dataId)(tf.ones([2, 3]))',
        run: () => ((t: tf.Tensor) => tf.transpose(t).dataId === t.dataId)(tf.ones([2, 3])),
      },
      {
        code: '((t) => { tf.add(t, 1); return t; })(tf.tensor([1, 2]))',
        run: () =>
          ((t: tf.Tensor) => {
            tf.add(t, 1);
            return t;
          })(tf.tensor([1, 2])),
      },
    ],
  },
  {
    id: 'random',
    title: { en: 'Random numbers with a seed', zh: '带种子的随机数' },
    text: {
      en: 'The same seed gives the same numbers, on every device and any number of threads. Without that no run could be repeated.',
      zh: '同样的种子在任何设备、任何线程数上都给出同样的数。否则任何运行都无法重复。',
    },
    demonstrations: [
      { code: 'randomNormalValues(3, { seed: 1 })', run: () => randomNormalValues(3, { seed: 1 }) },
      { code: 'randomNormalValues(3, { seed: 1 })', run: () => randomNormalValues(3, { seed: 1 }) },
      { code: 'randomNormalValues(3, { seed: 2 })', run: () => randomNormalValues(3, { seed: 2 }) },
    ],
  },
];

/** Runs the demonstrations of a topic. */
export function demonstrate({ demonstrations }: Topic): Shown[] {
  return demonstrations.map(({ code, run }) => ({ code, result: scope(() => inShort(run)) }));
}

/** A value as people read it: a tensor with its type and shape, an error with its message. */
export function inShort(run: () => unknown): string {
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    return `Error: ${(error as Error).message}`;
  }
  if (value instanceof tf.Tensor) {
    // Type and shape come first: they are what people ask when something does not fit.
    return `${value.dtype} [${value.shape.join(', ')}]: ${written(value.arraySync())}`;
  }
  if (ArrayBuffer.isView(value)) {
    const name = value.constructor.name;
    return `${name} ${written(Array.from(value as unknown as ArrayLike<number>))}`;
  }
  return written(value);
}

function written(value: unknown): string {
  const rounded = (_: string, one: unknown) => (typeof one === 'number' ? Math.round(1e4 * one) / 1e4 + 0 : one);
  return JSON.stringify(value, rounded).replaceAll(',', ', ').replaceAll('"', '');
}
