import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { confusionCounts } from './confusion-counts';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('confusionCounts', () => {
  const yTrue = () => tf.tensor1d([0, 1, 1, 0]);
  const yPred = () => tf.tensor1d([0.2, 0.6, 0.4, 0.9]);

  test('counts by a threshold', () => {
    const counts = confusionCounts(yTrue(), yPred(), { thresholds: [0.5], even: false });
    expectClose(counts.truePositives, [1]);
    expectClose(counts.falsePositives, [1]);
    expectClose(counts.trueNegatives, [1]);
    expectClose(counts.falseNegatives, [1]);
  });

  test('counts the same by buckets as one by one', () => {
    const thresholds = [0, 0.25, 0.5, 0.75, 1];
    const byBucket = confusionCounts(yTrue(), yPred(), { thresholds, even: true });
    const oneByOne = confusionCounts(yTrue(), yPred(), { thresholds, even: false });
    expectClose(byBucket.truePositives, oneByOne.truePositives.dataSync());
    expectClose(byBucket.trueNegatives, oneByOne.trueNegatives.dataSync());
  });

  test('weighs samples', () => {
    const sampleWeight = tf.tensor1d([1, 2, 3, 4]);
    const counts = confusionCounts(yTrue(), yPred(), { thresholds: [0.5], even: false, sampleWeight });
    expectClose(counts.truePositives, [2]);
    expectClose(counts.falsePositives, [4]);
  });

  test('counts each label on its own', () => {
    const truth = tf.tensor2d([
      [1, 0],
      [1, 1],
    ]);
    const guess = tf.tensor2d([
      [0.9, 0.9],
      [0.1, 0.9],
    ]);
    const counts = confusionCounts(truth, guess, { thresholds: [0.5], even: false, multiLabel: true });
    expectClose(counts.truePositives, [[1, 1]]);
    expectClose(counts.falsePositives, [[0, 1]]);
  });

  test('keeps the k largest predictions of a sample', () => {
    const truth = tf.tensor2d([[1, 1, 0]]);
    const guess = tf.tensor2d([[0.9, 0.7, 0.8]]);
    const counts = confusionCounts(truth, guess, { thresholds: [0.5], even: false, topK: 2 });
    expectClose(counts.truePositives, [1]);
  });

  test('refuses a class where there are none', () => {
    const options = { thresholds: [0.5], even: false, classId: 1 };
    expect(() => confusionCounts(yTrue(), yPred(), options)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: classId: predictions of shape [batch, classes] where \`classId\` is given. Received: [4]. Leave \`classId\` out, or give one prediction per class.]`,
    );
  });
});
