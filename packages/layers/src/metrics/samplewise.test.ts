import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { samplewise } from './samplewise';

beforeAll(async () => {
  await useBackend('cpu');
});

const mean = (values: tf.Tensor, axes: number[]) => tf.mean(values, axes);

describe('samplewise', () => {
  test('reduces all axes but the first', () => {
    expectClose(
      samplewise(
        tf.tensor2d([
          [1, 3],
          [5, 7],
        ]),
        {},
        mean,
      ).values,
      [2, 6],
    );
  });

  test('reduces the axes a weight does not have before weighing', () => {
    const batch = samplewise(
      tf.tensor2d([
        [1, 3],
        [5, 7],
      ]),
      { sampleWeight: tf.tensor1d([1, 0.5]) },
      mean,
    );
    expectClose(batch.values, [2, 3]);
    expectClose(batch.weights!, [1, 0.5]);
  });

  test('reduces weights of more axes likewise', () => {
    const sampleWeight = tf.tensor2d([
      [1, 0],
      [1, 1],
    ]);
    const batch = samplewise(
      tf.tensor2d([
        [1, 3],
        [5, 7],
      ]),
      { sampleWeight },
      mean,
    );
    expectClose(batch.values, [0.5, 6]);
    expectClose(batch.weights!, [0.5, 1]);
  });

  test('counts a mask as a weight of 0 or 1', () => {
    const batch = samplewise(tf.tensor1d([1, 3]), { mask: tf.tensor1d([true, false], 'bool') }, mean);
    expectClose(batch.values, [1, 0]);
    expect(batch.weights!.dtype).toBe('float32');
  });
});
