import { useBackend } from '@tenlab/core';
import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { normalize } from './normalize';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('normalize', () => {
  test('makes vectors of length 1', () => {
    expectClose(normalize(tf.tensor2d([[3, 4]]), -1), [[0.6, 0.8]]);
  });

  test('leaves a zero vector at zero', () => {
    expectClose(normalize(tf.zeros([1, 2]), -1), [[0, 0]]);
  });

  test('has the gradient of finite differences', () => {
    checkGradient(
      (x) => normalize(x, 0),
      [
        tf.tensor2d([
          [3, -1],
          [0.5, 2],
        ]),
      ],
    );
  });
});
