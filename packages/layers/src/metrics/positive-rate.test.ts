import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { Precision } from './precision';
import { Recall } from './recall';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('PositiveRate', () => {
  test('is exact over batches, not a mean of their rates', () => {
    const metric = new Precision();
    metric.updateState(tf.tensor1d([1]), tf.tensor1d([1]));
    metric.updateState(tf.tensor1d([1, 0, 0]), tf.tensor1d([1, 1, 1]));
    expectClose(metric.result(), 0.5);
  });

  test('is 0 where nothing was called positive', () => {
    const metric = new Recall();
    metric.updateState(tf.tensor1d([0]), tf.tensor1d([0]));
    expectClose(metric.result(), 0);
  });

  test('looks at the largest predictions whatever their size', () => {
    const metric = new Recall({ topK: 1 });
    metric.updateState(tf.tensor2d([[0, 1, 1]]), tf.tensor2d([[0.01, 0.02, 0.03]]));
    expectClose(metric.result(), 0.5);
  });
});
