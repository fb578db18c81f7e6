import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

/** A sum by plain indexing in double precision. */
function summed(x: tf.Tensor, axes: number[]): number[] {
  const values = x.dataSync();
  const kept = x.shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
  const out = new Array<number>(tf.util.sizeFromShape(kept)).fill(0);
  const strides = [...tf.util.computeStrides(kept), 1];
  for (let index = 0; index < values.length; index++) {
    const place = tf.util.indexToLoc(index, x.rank, tf.util.computeStrides(x.shape));
    out[place.reduce((sum, at, axis) => sum + (axes.includes(axis) ? 0 : at * strides[axis]!), 0)]! += values[index]!;
  }
  return out;
}

const cases: [shape: number[], axes: number[]][] = [
  [[1], [0]],
  [[5], [0]],
  [[67], [0]],
  [[20_001], [0]],
  [[3, 50], [1]],
  [[50, 3], [0]],
  [[1000, 10], [0]],
  [[700, 64], [0]],
  [[3, 9000], [1]],
  [[2, 5, 7], [1]],
  [
    [4, 5, 6, 21],
    [0, 1, 2],
  ],
  [
    [4, 3, 5],
    [0, 2],
  ],
  [
    [2, 3, 2, 3, 2],
    [1, 3],
  ],
  [
    [2, 3, 4],
    [0, 1, 2],
  ],
  [[2, 1, 4], [1]],
  [[3, 4], []],
  [[0, 4], [0]],
  [[4, 0], [0]],
];

onThreads('Sum and Mean', (sameBits) => {
  test.each(cases)('sums %j over axes %j', (shape, axes) => {
    const x = numbers(shape);
    const y = tf.sum(x, axes);
    expectClose(y.dataSync(), summed(x, axes), { rtol: 1e-5, atol: 2e-5 });
    expect(tf.sum(x, axes, true).shape).toEqual(shape.map((length, axis) => (axes.includes(axis) ? 1 : length)));
    sameBits(`${shape} ${axes}`, y);
  });

  test.each(cases.filter(([shape]) => !shape.includes(0)))('averages %j over axes %j', (shape, axes) => {
    const x = numbers(shape);
    const count = axes.reduce((product, axis) => product * shape[axis]!, 1);
    const y = tf.mean(x, axes);
    expectClose(
      y.dataSync(),
      summed(x, axes).map((sum) => sum / count),
      { rtol: 1e-5, atol: 1e-6 },
    );
    sameBits(`mean ${shape} ${axes}`, y);
  });

  test('keeps its precision over many rows', () => {
    // A running float32 sum of a million times 0.1 is off by one part in a hundred.
    expectClose(tf.sum(tf.fill([1_000_000], 0.1)), 100_000, { rtol: 1e-5 });
    expectClose(tf.sum(tf.fill([250_000, 4], 0.1), 0), tf.fill([4], 25_000), { rtol: 1e-5 });
  });

  test('sums integers and bools as integers', () => {
    const y = tf.sum(tf.tensor2d([1, 2, 2 ** 30, 4], [2, 2], 'int32'), 0);
    expect(y.dtype).toBe('int32');
    expect([...y.dataSync()]).toEqual([2 ** 30 + 1, 6]);
    expectClose(tf.sum(tf.tensor1d([true, true, false], 'bool')), 2);
    expectClose(tf.mean(tf.tensor1d([1, 2, 4], 'int32')), 7 / 3);
  });

  test('agrees with finite differences', () => {
    checkGradient((x) => tf.sum(x, [0, 2]), [numbers([3, 4, 5])]);
    checkGradient((x) => tf.mean(x, 1), [numbers([3, 4, 5])]);
  });
});
