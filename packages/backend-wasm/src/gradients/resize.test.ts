import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of resizing', () => {
  test.each([
    [
      [2, 3, 4, 3],
      [6, 8],
    ],
    [
      [2, 3, 4, 2],
      [5, 7],
    ],
    [
      [2, 5, 7, 2],
      [2, 3],
    ],
    [
      [1, 3, 4, 1],
      [1, 1],
    ],
    [
      [3, 1, 2, 2],
      [4, 3],
    ],
  ] as [number[], [number, number]][])(
    'agrees with finite differences: %j to %j, by corners, by centers, and by neither',
    (shape, size) => {
      for (const [corners, centers] of [
        [false, false],
        [true, false],
        [false, true],
      ] as const) {
        checkGradient((x) => tf.image.resizeBilinear(x as tf.Tensor4D, size, corners, centers), [numbers(shape)]);
        checkGradient(
          (x) => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, size, corners, centers),
          [numbers(shape)],
        );
      }
    },
  );
});
