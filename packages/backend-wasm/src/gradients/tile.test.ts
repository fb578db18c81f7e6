import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of tile', () => {
  test.each([
    [[3], [4]],
    [
      [2, 1, 3],
      [1, 5, 1],
    ],
    [
      [2, 3],
      [2, 3],
    ],
    [
      [2, 2],
      [1, 1],
    ],
    [
      [1, 2, 1, 2, 2],
      [2, 1, 3, 1, 2],
    ],
  ])('agrees with finite differences: %j by %j', (shape, reps) =>
    checkGradient((x) => tf.tile(x, reps), [numbers(shape)]),
  );

  test('can be differentiated again', () => {
    const f = (x: tf.Tensor) => tf.pow(tf.tile(x, [1, 3]), 3);
    checkGradient((x) => tf.grad(f)(x), [numbers([2, 2])]);
  });
});
