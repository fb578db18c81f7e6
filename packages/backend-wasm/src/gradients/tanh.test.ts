import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

const f = (x: tf.Tensor) => tf.tanh(x);

onEveryBackend('the gradient of tanh', () => {
  test('agrees with finite differences', () => checkGradient(f, [numbers([3, 5])]));

  test('can be differentiated again, and once more', () => {
    const first = (x: tf.Tensor) => tf.grad(f)(x, numbers([3, 5], 2));
    checkGradient(first, [numbers([3, 5])]);
    const second = (x: tf.Tensor) => tf.grad(first)(x, numbers([3, 5], 3));
    checkGradient(second, [numbers([3, 5])], { tolerance: 1e-2 });
  });
});
