import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

const f = (a: tf.Tensor, b: tf.Tensor) => tf.pow(a, b);
const base = () => tf.add(tf.abs(numbers([2, 3])), 0.5);

onEveryBackend('the gradient of pow', () => {
  test('agrees with finite differences', () => checkGradient(f, [base(), numbers([2, 3], 2)]));

  test('can be differentiated again with respect to both', () => {
    checkGradient((a, b) => tf.grads(f)([a, b])[0]!, [base(), numbers([2, 3], 2)], { tolerance: 1e-2 });
    checkGradient((a, b) => tf.grads(f)([a, b])[1]!, [base(), numbers([2, 3], 2)], { tolerance: 1e-2 });
  });
});
