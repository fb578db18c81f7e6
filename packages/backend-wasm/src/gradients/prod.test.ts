import { checkGradient, expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of prod', () => {
  test.each([
    [[4], [0]],
    [[2, 3, 4], [1]],
    [
      [2, 3, 2],
      [0, 2],
    ],
  ])('agrees with finite differences: %j over axes %j', (shape, axes) => {
    checkGradient((x) => tf.prod(x, axes), [numbers(shape)]);
  });

  test('is right where an element is 0', () => {
    expectClose(tf.grad((x) => tf.prod(x))(tf.tensor1d([2, 0, 5])), [0, 10, 0]);
    expectClose(tf.grad((x) => tf.prod(x))(tf.tensor1d([0, 0, 5])), [0, 0, 0]);
  });
});
