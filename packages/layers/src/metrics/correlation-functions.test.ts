import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { concordanceCorrelation, pearsonCorrelation } from './correlation-functions';

beforeAll(async () => {
  await useBackend('cpu');
});

// The expected numbers are those of Keras 3.15.
describe('correlation functions', () => {
  const yTrue = () =>
    tf.tensor2d([
      [0, 1, 0.5],
      [1, 1, 0.2],
    ]);
  const yPred = () =>
    tf.tensor2d([
      [0.1, 0.9, 0.5],
      [1, 0.9, 0.2],
    ]);

  test('tell whether two rise together', () => {
    expectClose(pearsonCorrelation(yTrue(), yPred()), [1, 0.99339926], { rtol: 1e-5 });
  });

  test('tell whether two are the same', () => {
    expectClose(concordanceCorrelation(yTrue(), yPred()), [0.9756095, 0.9876539], { rtol: 1e-5 });
  });
});
