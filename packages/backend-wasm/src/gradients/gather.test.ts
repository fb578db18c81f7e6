import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of gather', () => {
  test.each([
    [[5, 3], [2, 4], 0, 0],
    [[7], [9], 0, 0],
    [[3, 4, 2], [5], 1, 0],
    [[2, 3, 6], [4], 2, 0],
    [[2, 5, 3], [2, 4], 1, 1],
    [[2, 3, 4], [2, 2], 2, 1],
    [[4, 2], [1], 0, 0],
  ] as [number[], number[], number, number][])(
    'agrees with finite differences: x %j, indices %j, axis %i, %i batch axes',
    (shape, idShape, axis, batchDims) => {
      const size = tf.util.sizeFromShape(idShape);
      const ids = tf.tensor<tf.Rank>(
        Int32Array.from({ length: size }, (_, i) => (i * 3 + 1) % shape[axis]!),
        idShape,
        'int32',
      ) as tf.Tensor1D;
      checkGradient((x) => tf.gather(x, ids, axis, batchDims), [numbers(shape)]);
    },
  );

  test('can be differentiated again', () => {
    const f = (x: tf.Tensor) => tf.pow(tf.gather(x, tf.tensor1d([0, 2, 2], 'int32')), 3);
    checkGradient((x) => tf.grad(f)(x), [numbers([4, 2])]);
  });

  test('counts a row as often as it was taken', () => {
    const dx = tf.grad((x) => tf.gather(x, tf.tensor1d([1, 1, 1, 0], 'int32')))(tf.zeros([3, 2]));
    expect(dx.arraySync()).toEqual([
      [1, 1],
      [3, 3],
      [0, 0],
    ]);
  });
});
