import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { Regularizer } from './regularizer';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('regularizer', () => {
  test('prints what the documentation of Regularizer says', () => {
    class Quartic extends Regularizer {
      override apply(weight: tf.Tensor) {
        return tf.sum(tf.pow(weight, 4));
      }
    }
    expectClose(new Quartic().apply(tf.tensor1d([1, 2])), 17, { rtol: 0, atol: 6e-5 });
  });
});
