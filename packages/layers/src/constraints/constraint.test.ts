import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { Constraint } from './constraint';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('constraint', () => {
  test('prints what the documentation of Constraint says', () => {
    class AtMostOne extends Constraint {
      override apply(weight: tf.Tensor) {
        return tf.minimum(weight, 1);
      }
    }
    expectClose(new AtMostOne().apply(tf.tensor1d([0.5, 2])), [0.5, 1], { rtol: 0, atol: 6e-5 });
  });
});
