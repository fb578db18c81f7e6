import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of depthToSpace', () => {
  test.each([
    [[1, 1, 1, 4], 2],
    [[2, 3, 2, 12], 2],
    [[1, 2, 3, 9], 3],
  ] as const)('agrees with finite differences: %j in blocks of %i', (shape, blockSize) => {
    checkGradient((x) => tf.depthToSpace(x as tf.Tensor4D, blockSize, 'NHWC'), [numbers([...shape])]);
  });
});
