import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of flipLeftRight', () => {
  test('agrees with finite differences', () =>
    checkGradient((x) => tf.image.flipLeftRight(x as tf.Tensor4D), [numbers([2, 3, 4, 2])]));
});
