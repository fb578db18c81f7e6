import { checkGradient, expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { mapAxis } from './map-axis';

onEveryBackend('mapAxis', () => {
  const matrix = Float32Array.of(1, 1, 0, 2, 1, 0, 0, 1);

  test('applies a matrix along one axis and leaves the others', () => {
    const x = tf.tensor3d([1, 2, 3, 4], [1, 2, 2]);
    expectClose(mapAxis(x, 1, matrix), [
      [
        [4, 6],
        [6, 8],
        [1, 2],
        [3, 4],
      ],
    ]);
    expectClose(mapAxis(x, 2, matrix), [
      [
        [3, 4, 1, 2],
        [7, 8, 3, 4],
      ],
    ]);
  });

  test('can be differentiated', () => {
    checkGradient((x: tf.Tensor) => mapAxis(x, 1, matrix), [tf.tensor3d([1, -2, 3, 0.5], [1, 2, 2])]);
  });
});
