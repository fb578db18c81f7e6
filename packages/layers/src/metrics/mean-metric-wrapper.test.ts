import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { MeanMetricWrapper } from './mean-metric-wrapper';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('MeanMetricWrapper', () => {
  test('prints what the documentation of MeanMetricWrapper says', () => {
    const metric = new MeanMetricWrapper((yTrue, yPred) => tf.abs(tf.sub(yTrue, yPred)), { name: 'distance' });
    metric.updateState(tf.tensor1d([1, 2]), tf.tensor1d([1, 5]));
    expectClose(metric.result().dataSync(), [1.5], { rtol: 0, atol: 6e-5 });
  });
});
