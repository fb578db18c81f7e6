import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

const choices = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;

onEveryBackend('the gradient of cumsum and cumprod', () => {
  test.each([
    [[4], 0],
    [[2, 5], 0],
    [[2, 5], 1],
    [[3, 4, 2], 1],
    [[2, 1], 1],
  ])('agrees with finite differences: %j along axis %i, inclusive, exclusive and reversed', (shape, axis) => {
    for (const [exclusive, reverse] of choices) {
      checkGradient((x) => tf.cumsum(x, axis, exclusive, reverse), [numbers(shape)]);
      checkGradient((x) => tf.cumprod(x, axis, exclusive, reverse), [numbers(shape)]);
    }
  });

  test('is right for a product where elements are 0', () => {
    for (const [exclusive, reverse] of choices) {
      checkGradient((x) => tf.cumprod(x, 0, exclusive, reverse), [tf.tensor1d([2, 0, 3, 0, 5])]);
    }
  });

  test('can be differentiated again', () => {
    const f = (x: tf.Tensor) => tf.square(tf.cumprod(x, 0));
    checkGradient((x) => tf.grad(f)(x), [numbers([4])], { tolerance: 1e-2 });
  });
});
