import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { Loss } from './loss';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('loss', () => {
  test('prints what the documentation of Loss says', () => {
    class SquaredError extends Loss {
      override call(yTrue: tf.Tensor, yPred: tf.Tensor) {
        return tf.mean(tf.squaredDifference(yTrue, yPred), -1);
      }
    }
    expectClose(new SquaredError().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[1, 1]])).dataSync(), [0.5], {
      rtol: 0,
      atol: 6e-5,
    });
  });
});
