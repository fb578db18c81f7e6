import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of unstack', () => {
  test.each([
    [[3, 2], 0],
    [[2, 3, 2], 1],
    [[1, 4], 0],
    [[3, 1, 2], 1],
    [[1], 0],
  ])('agrees with finite differences: %j along axis %j', (shape, axis) =>
    checkGradient((x) => tf.stack([...tf.unstack(tf.square(x), axis)].reverse()), [numbers(shape)]),
  );
});
