import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyMask, reduceWeightedValues } from './reduce-weighted-values';

beforeAll(async () => {
  await useBackend('cpu');
});

// The expected numbers are those of keras.src.losses.loss.reduce_weighted_values, Keras 3.15.
describe('reduceWeightedValues', () => {
  const values = () =>
    tf.tensor2d([
      [1, 2],
      [3, 4],
    ]);
  const sampleWeight = () => tf.tensor1d([1, 3]);

  test.each([
    ['sum_over_batch_size', 2.5],
    ['mean', 2.5],
    ['sum', 10],
    ['mean_with_sample_weight', 2.5],
  ] as const)('reduces by %s', (reduction, expected) => {
    expectClose(reduceWeightedValues(values(), { reduction }), expected);
  });

  test('keeps one value per sample with null', () => {
    expect(reduceWeightedValues(values(), { reduction: null }).shape).toEqual([2, 2]);
  });

  test.each([
    ['sum_over_batch_size', 6.5],
    ['sum', 13],
    ['mean_with_sample_weight', 3.25],
  ] as const)('weighs samples with %s', (reduction, expected) => {
    const weighted = reduceWeightedValues(tf.tensor1d([1, 4]), { reduction, sampleWeight: sampleWeight() });
    expectClose(weighted, expected);
  });

  test('does not count what is masked', () => {
    const mask = tf.tensor1d([true, true, false, false], 'bool');
    const four = tf.tensor1d([1, 2, 30, 40]);
    expectClose(reduceWeightedValues(four, { mask, reduction: 'sum_over_batch_size' }), 1.5);
    expectClose(reduceWeightedValues(four, { mask, reduction: 'sum' }), 3);
    expectClose(reduceWeightedValues(four, { mask, reduction: 'mean_with_sample_weight' }), 1.5);
  });

  test('gives 0 and not NaN where all is masked', () => {
    const mask = tf.zeros([2]);
    expectClose(reduceWeightedValues(tf.tensor1d([1, 2]), { mask, reduction: 'sum_over_batch_size' }), 0);
    expectClose(reduceWeightedValues(tf.tensor1d([1, 2]), { mask, reduction: 'mean_with_sample_weight' }), 0);
  });
});

describe('applyMask', () => {
  test('multiplies mask and weight', () => {
    expectClose(applyMask(tf.tensor1d([2, 3]), tf.tensor1d([1, 0]), 'sum')!, [2, 0]);
  });

  test('is null without either', () => {
    expect(applyMask(null, null, 'sum')).toBeNull();
  });
});
