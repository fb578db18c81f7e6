import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

type Three = [number, number, number];

onEveryBackend('the gradient of conv3d', () => {
  test.each([
    [[1, 4, 3, 5, 2], [2, 3, 2, 2, 2], [1, 1, 1], 'valid', [1, 1, 1]],
    [[1, 4, 4, 4, 1], [3, 3, 2, 1, 2], [2, 2, 1], 'same', [1, 1, 1]],
    [[1, 5, 4, 4, 1], [2, 2, 2, 1, 2], [1, 1, 1], 'same', [2, 1, 2]],
  ] as [number[], number[], Three, 'valid' | 'same', Three][])(
    'agrees with finite differences: x %j, filter %j, strides %j, %s, dilations %j',
    (shape, filterShape, strides, pad, dilations) => {
      const f = (x: tf.Tensor, filter: tf.Tensor) =>
        tf.conv3d(x as tf.Tensor5D, filter as tf.Tensor5D, strides, pad, 'NDHWC', dilations);
      checkGradient(f, [numbers(shape), numbers(filterShape, 2)], { atMost: 40 });
    },
  );

  test('agrees with finite differences, transposed', () => {
    const f = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.conv3dTranspose(x as tf.Tensor5D, filter as tf.Tensor5D, [1, 4, 4, 4, 2], 2, 'same');
    checkGradient(f, [numbers([1, 2, 2, 2, 2]), numbers([2, 2, 2, 2, 2], 2)]);
  });

  test('can be differentiated again with respect to both', () => {
    const f = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.square(tf.conv3d(x as tf.Tensor5D, filter as tf.Tensor5D, 1, 'same'));
    const inputs = [numbers([1, 3, 2, 2, 1]), numbers([2, 2, 1, 1, 2], 2)];
    checkGradient((x, filter) => tf.grads(f)([x, filter])[0]!, inputs, { tolerance: 5e-3 });
    checkGradient((x, filter) => tf.grads(f)([x, filter])[1]!, inputs, { tolerance: 5e-3 });
  });
});
