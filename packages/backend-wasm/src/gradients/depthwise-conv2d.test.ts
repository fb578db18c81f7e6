import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of depthwiseConv2d', () => {
  test.each([
    [[1, 5, 5, 2], [3, 3, 2, 3], 1, 'valid', 1],
    [[2, 6, 5, 3], [3, 2, 3, 2], 2, 'same', 1],
    [[1, 7, 6, 2], [3, 2, 2, 2], 1, 'same', 2],
    [[1, 8, 7, 2], [2, 3, 2, 2], 1, 'valid', [2, 1]],
  ] as const)(
    'agrees with finite differences: x %j, filter %j, strides %j, %s, dilations %j',
    (shape, filterShape, strides, pad, dilations) => {
      const f = (x: tf.Tensor, filter: tf.Tensor) =>
        tf.depthwiseConv2d(
          x as tf.Tensor4D,
          filter as tf.Tensor4D,
          strides,
          pad,
          'NHWC',
          typeof dilations === 'object' ? [...dilations] : dilations,
        );
      checkGradient(f, [numbers([...shape]), numbers([...filterShape], 2)]);
    },
  );

  test('can be differentiated again with respect to both', () => {
    const f = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.square(tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same'));
    const inputs = [numbers([1, 4, 3, 2]), numbers([2, 2, 2, 2], 2)];
    checkGradient((x, filter) => tf.grads(f)([x, filter])[0]!, inputs, { tolerance: 5e-3 });
    checkGradient((x, filter) => tf.grads(f)([x, filter])[1]!, inputs, { tolerance: 5e-3 });
  });
});
