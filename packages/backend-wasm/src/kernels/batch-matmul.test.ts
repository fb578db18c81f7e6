import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

/** One product by plain loops in double precision. */
function multiplied(a: ArrayLike<number>, b: ArrayLike<number>, m: number, k: number, n: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += a[i * k + l]! * b[l * n + j]!;
      out.push(sum);
    }
  return out;
}

// Rows by fives, columns by eights and by 512, k by fours and by 256: 0, 1, tails, and more than three turns of each.
const sizes: [m: number, k: number, n: number][] = [
  [1, 1, 1],
  [5, 4, 8],
  [4, 3, 7],
  [6, 5, 9],
  [16, 17, 25],
  [37, 301, 83],
  [3, 800, 5],
  [2, 1030, 3],
  [1, 64, 10],
  [7, 9, 1100],
  [0, 3, 4],
  [3, 0, 4],
  [3, 4, 0],
];

onThreads('BatchMatMul', (sameBits) => {
  test.each(sizes)('multiplies [%i, %i] and [.., %i], each the right way round or transposed', (m, k, n) => {
    const a = numbers<tf.Tensor2D>([m, k]);
    const b = numbers<tf.Tensor2D>([k, n], 2);
    const expected = multiplied(a.dataSync(), b.dataSync(), m, k, n);
    for (const [transposeA, transposeB] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const) {
      const y = tf.matMul(transposeA ? tf.transpose(a) : a, transposeB ? tf.transpose(b) : b, transposeA, transposeB);
      expect(y.shape).toEqual([m, n]);
      expectClose(y.dataSync(), expected, { rtol: 1e-5, atol: 1e-6 * (k + 1) });
      sameBits(`${m} ${k} ${n} ${transposeA} ${transposeB}`, y);
    }
  });

  test.each([
    [[2], [2]],
    [[3], [1]],
    [[1], [3]],
    [[], [4]],
    [
      [2, 1],
      [1, 3],
    ],
    [[0], [0]],
  ] as [number[], number[]][])('multiplies batches of %j with batches of %j', (batchA, batchB) => {
    const a = numbers([...batchA, 3, 6]);
    const b = numbers([...batchB, 6, 4], 2);
    const y = tf.matMul(a, b);
    const shape = tf.broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
    expect(y.shape).toEqual([...shape, 3, 4]);
    const count = tf.util.sizeFromShape(shape);
    const spread = (x: tf.Tensor) => tf.broadcastTo(x, [...shape, ...x.shape.slice(-2)]).dataSync();
    const [left, right] = count === 0 ? [[], []] : [spread(a), spread(b)];
    const expected = Array.from({ length: count }, (_, i) =>
      multiplied(left.slice(i * 18, i * 18 + 18), right.slice(i * 24, i * 24 + 24), 3, 6, 4),
    ).flat();
    expectClose(y.dataSync(), expected, { atol: 1e-5 });
    sameBits(`${batchA} ${batchB}`, y);
  });

  test('agrees with finite differences', () => {
    checkGradient((a, b) => tf.matMul(a, b), [numbers([3, 4]), numbers([4, 2], 2)]);
    checkGradient((a, b) => tf.matMul(a, b, true, true), [numbers([2, 4, 3]), numbers([2, 2, 4], 2)]);
  });

  test('multiplies integers exactly', () => {
    const y = tf.matMul(
      tf.tensor2d([1, 2, 3, 4], [2, 2], 'int32'),
      tf.tensor2d([5, 6, 7, 2 ** 24 + 1], [2, 2], 'int32'),
    );
    expect([y.dtype, ...y.dataSync()]).toEqual(['int32', 19, 33554440, 43, 67108886]);
  });

  test('carries a NaN and an infinity to what they touch, and no further', () => {
    const a = tf.tensor2d([Number.NaN, 1, 2, 3], [2, 2]);
    const b = tf.tensor2d([1, Number.POSITIVE_INFINITY, 1, 1], [2, 2]);
    expectClose(tf.matMul(a, b).dataSync(), [Number.NaN, Number.NaN, 5, Number.POSITIVE_INFINITY]);
  });

  test('refuses a vector, and shapes that do not fit', () => {
    const matrix = numbers<tf.Tensor2D>([2, 2]);
    expect(() => tf.matMul(matrix, numbers([2]))).toThrow('Reshape a vector');
    expect(() => tf.matMul(matrix, numbers([3, 2]))).toThrow('inner shapes');
  });
});
