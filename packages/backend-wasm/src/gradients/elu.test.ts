import { checkGradient, expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { distinctNumbers, numbers } from '../testing/numbers';

const f = (x: tf.Tensor) => tf.elu(x);

onEveryBackend('the gradient of elu', () => {
  test('agrees with finite differences', () => checkGradient(f, [numbers([3, 5])]));

  test('can be differentiated again, and once more', () => {
    const first = (x: tf.Tensor) => tf.grad(f)(x, numbers([3, 5], 2));
    checkGradient(first, [tf.add(distinctNumbers([3, 5], 0.3), 0.1)]);
    const second = (x: tf.Tensor) => tf.grad(first)(x, numbers([3, 5], 3));
    checkGradient(second, [tf.add(distinctNumbers([3, 5], 0.3), 0.1)], { tolerance: 1e-2 });
  });

  test('is finite where e^x would overflow', () => {
    const x = tf.tensor1d([1000, -1000]);
    expectClose(tf.grad(f)(x), [1, 0]);
    expectClose(tf.grad((x: tf.Tensor) => tf.grad(f)(x))(x), [0, 0]);
  });
});
