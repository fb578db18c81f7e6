import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of mirrorPad', () => {
  test.each([
    [[4], [[1, 2]]],
    [
      [3, 4],
      [
        [1, 1],
        [2, 0],
      ],
    ],
    [
      [2, 3, 2],
      [
        [0, 1],
        [1, 2],
        [1, 0],
      ],
    ],
    [[3], [[0, 0]]],
  ] as [number[], [number, number][]][])('agrees with finite differences: %j padded by %j', (shape, paddings) => {
    checkGradient((x) => tf.mirrorPad(x, paddings, 'reflect'), [numbers(shape)]);
    checkGradient((x) => tf.mirrorPad(x, paddings, 'symmetric'), [numbers(shape)]);
  });
});
