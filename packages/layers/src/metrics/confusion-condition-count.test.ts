import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { TruePositives } from './true-positives';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('ConfusionConditionCount', () => {
  test('gives one number for one threshold and a list for a list', () => {
    const [yTrue, yPred] = [tf.tensor1d([1, 1]), tf.tensor1d([0.4, 0.8])];
    const one = new TruePositives({ thresholds: 0.5 });
    const several = new TruePositives({ thresholds: [0.3, 0.5] });
    for (const metric of [one, several]) metric.updateState(yTrue, yPred);
    expect(one.result().shape).toEqual([]);
    expectClose(several.result(), [2, 1]);
  });

  test('forgets all on reset', () => {
    const metric = new TruePositives();
    metric.updateState(tf.tensor1d([1]), tf.tensor1d([1]));
    metric.resetState();
    expectClose(metric.result(), 0);
  });
});
