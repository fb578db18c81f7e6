import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of avgPool', () => {
  test.each([
    [[2, 5, 7, 3], [2, 2], 2, 'same'],
    [[1, 6, 5, 2], [3, 3], 2, 'same'],
    [[1, 5, 4, 2], [3, 2], 1, 'valid'],
    [[1, 5, 4, 3], [3, 3], 1, 1],
  ] as const)('agrees with finite differences: %j filter %j strides %j padding %j', (shape, filter, strides, pad) => {
    checkGradient((x) => tf.avgPool(x as tf.Tensor4D, [...filter], strides, pad), [numbers([...shape])]);
  });

  test('agrees with finite differences in volumes', () => {
    checkGradient((x) => tf.avgPool3d(x as tf.Tensor5D, 2, 2, 'same'), [numbers([1, 3, 5, 3, 2])]);
    checkGradient((x) => tf.avgPool3d(x as tf.Tensor5D, [2, 3, 1], 1, 'valid'), [numbers([1, 3, 4, 3, 2])]);
  });
});
