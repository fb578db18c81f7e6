import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { softmaxCrossEntropy, sparseSoftmaxCrossEntropy } from './softmax-cross-entropy';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('softmax-cross-entropy', () => {
  test('prints what the documentation of softmaxCrossEntropy says', () => {
    expectClose(softmaxCrossEntropy(tf.tensor2d([[0, 1]]), tf.tensor2d([[1000, 0]])), [1000], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of sparseSoftmaxCrossEntropy says', () => {
    expectClose(sparseSoftmaxCrossEntropy(tf.tensor1d([1], 'int32'), tf.tensor2d([[1000, 0]])), [1000], {
      rtol: 0,
      atol: 6e-5,
    });
  });
});
