import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { PrecisionAtRecall } from './precision-at-recall';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('AtConstraint', () => {
  test('is 0 where no threshold reaches what is asked', () => {
    const metric = new PrecisionAtRecall({ recall: 1, numThresholds: 3 });
    metric.updateState(tf.tensor1d([1]), tf.tensor1d([0]));
    expectClose(metric.result(), 0);
  });

  test('takes one threshold', () => {
    const metric = new PrecisionAtRecall({ recall: 0.5, numThresholds: 1 });
    metric.updateState(tf.tensor1d([1, 0]), tf.tensor1d([0.8, 0.7]));
    expectClose(metric.result(), 0.5);
  });

  test('refuses a share above 1', () => {
    expect(() => new PrecisionAtRecall({ recall: 1.5 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: precision_at_recall: \`recall\` must be a number from 0 to 1. Received: 1.5. Pass a number from 0 to 1 as \`recall\`.]`,
    );
  });
});
