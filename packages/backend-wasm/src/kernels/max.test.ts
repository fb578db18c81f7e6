import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

const cases: [number[], number | number[]][] = [
  [[1], 0],
  [[7], 0],
  [[5, 3], 1],
  [[5, 19], 1],
  [[5, 19], 0],
  [[3, 4, 5], 1],
  [
    [3, 4, 5],
    [1, 2],
  ],
  [
    [3, 4, 5],
    [0, 2],
  ],
  [
    [2, 3, 4, 9],
    [1, 2],
  ],
];

onThreads('Max', (sameBits) => {
  test.each(cases)('is right for shape %j along %j', (shape, axis) => {
    const x = numbers(shape);
    const y = tf.max(x, axis);
    const axes = [axis].flat();
    const last = [...shape.keys()].sort((a, b) => Number(axes.includes(a)) - Number(axes.includes(b)));
    const rows = tf.reshape(tf.transpose(x, last), [y.size, -1]).arraySync() as number[][];
    expectClose(
      y.dataSync(),
      Float32Array.from(rows, (row) => Math.max(...row)),
      {},
    );
    expect(tf.max(x, axis, true).shape).toEqual(shape.map((length, i) => (axes.includes(i) ? 1 : length)));
    sameBits(`${shape} ${axis}`, y);
  });

  test('NaN wins, along rows and along columns', () => {
    const x = tf.tensor2d([1, 2, 3, 4, Number.NaN, 9, 1, 1, 1, 1], [2, 5]);
    expect([...tf.max(x, 1).dataSync()]).toEqual([Number.NaN, 9]);
    expect([...tf.max(x, 0).dataSync()]).toEqual([9, 2, 3, 4, Number.NaN]);
  });
});
