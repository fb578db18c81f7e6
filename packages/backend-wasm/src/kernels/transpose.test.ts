import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

onThreads('Transpose', (sameBits) => {
  test.each([
    [[3], [0]],
    [
      [3, 5],
      [1, 0],
    ],
    [
      [40, 70],
      [1, 0],
    ],
    [
      [2, 3, 4],
      [0, 2, 1],
    ],
    [
      [2, 3, 4],
      [2, 0, 1],
    ],
    [
      [2, 3, 4],
      [1, 0, 2],
    ],
    [
      [2, 5, 4, 3],
      [0, 3, 1, 2],
    ],
    [
      [2, 3, 5, 4],
      [0, 2, 3, 1],
    ],
    [
      [2, 3, 4, 5, 2],
      [4, 2, 0, 3, 1],
    ],
    [
      [2, 3, 2, 2, 3, 2],
      [5, 3, 1, 4, 2, 0],
    ],
    [
      [1, 4, 1, 5],
      [2, 3, 0, 1],
    ],
    [
      [0, 4, 3],
      [2, 0, 1],
    ],
  ])('turns the axes of %j to %j', (shape, perm) => {
    const x = numbers(shape);
    const y = tf.transpose(x, perm);
    expect(y.shape).toEqual(perm.map((axis) => shape[axis]!));
    const values = x.dataSync();
    const strides = [...tf.util.computeStrides(shape), 1];
    const outStrides = tf.util.computeStrides(y.shape);
    const expected = Array.from({ length: y.size }, (_, index) => {
      const place = tf.util.indexToLoc(index, y.rank, outStrides);
      return values[place.reduce((sum, at, axis) => sum + at * strides[perm[axis]!]!, 0)]!;
    });
    expectClose(y.dataSync(), expected, { rtol: 0, atol: 0 });
    sameBits(`${shape} ${perm}`, y);
  });

  test('takes integers and bools', () => {
    expect(tf.transpose(tf.tensor2d([1, 2, 3, 4], [2, 2], 'int32')).arraySync()).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(tf.transpose(tf.tensor2d([1, 0, 0, 1, 1, 0], [2, 3], 'bool')).arraySync()).toEqual([
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
  });

  test('agrees with finite differences', () => checkGradient((x) => tf.transpose(x, [2, 0, 1]), [numbers([2, 3, 4])]));
});
