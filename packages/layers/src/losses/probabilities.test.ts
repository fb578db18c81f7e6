import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { clipProbabilities, normalizeProbabilities, smoothBinaryLabels, smoothLabels } from './probabilities';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('probabilities', () => {
  test('are kept off 0 and 1 as float32 has it', () => {
    const clipped = clipProbabilities(tf.tensor1d([0, 0.5, 1]));
    expectClose(clipped, [1e-7, 0.5, 0.9999998807907104], { rtol: 1e-7, atol: 0 });
    expectClose(tf.log(tf.sub(1, clipped)), [-1e-7, -Math.LN2, -15.942385], { rtol: 1e-6, atol: 5e-8 });
  });

  test('add up to 1 over an axis', () => {
    expectClose(
      normalizeProbabilities(
        tf.tensor2d([
          [1, 3],
          [1, 1],
        ]),
        0,
      ),
      [
        [0.5, 0.75],
        [0.5, 0.25],
      ],
    );
  });

  test('smooth towards all classes, or towards a half', () => {
    expectClose(smoothLabels(tf.tensor2d([[0, 1, 0, 0]]), 0.2), [[0.05, 0.85, 0.05, 0.05]]);
    expectClose(smoothBinaryLabels(tf.tensor1d([0, 1]), 0.2), [0.1, 0.9]);
  });
});
