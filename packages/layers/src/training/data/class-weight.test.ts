import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArraySource } from './array-source';
import { withClassWeight } from './class-weight';
import { type DataInput, readDataset } from './read-data';

beforeAll(async () => {
  await useBackend('cpu');
});

const weights = (y: DataInput | null, classWeight: Record<number, number>) => {
  const dataset = readDataset('fit', { x: [1, 2, 3], y }, {});
  const { sampleWeight } = withClassWeight('fit', dataset, classWeight);
  return [...((sampleWeight as ArraySource).values as Float32Array)];
};

describe('withClassWeight', () => {
  test('weighs samples by their labels, whole numbers or one-hot', () => {
    expect(weights([0, 2, 1], { 0: 0.5, 2: 3 })).toEqual([0.5, 3, 1]);
    expect(weights([[0], [2], [1]], { 0: 0.5, 2: 3 })).toEqual([0.5, 3, 1]);
    expect(
      weights(
        [
          [1, 0, 0],
          [0, 0, 1],
          [0, 1, 0],
        ],
        { 0: 0.5, 2: 3 },
      ),
    ).toEqual([0.5, 3, 1]);
    expect(weights(tf.tensor1d([2, 2, 0], 'int32'), { 2: 4 })).toEqual([4, 4, 1]);
  });

  test('refuses models with several outputs, and data without labels', () => {
    expect(() => weights({ a: [1, 2, 3] }, {})).toThrow(/must have one output. Received: several/);
    expect(() => weights(null, {})).toThrow(/no labels/);
  });
});
