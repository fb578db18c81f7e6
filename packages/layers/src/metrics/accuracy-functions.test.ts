import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  accuracy,
  binaryAccuracy,
  categoricalAccuracy,
  sparseCategoricalAccuracy,
  sparseTopKCategoricalAccuracy,
  topKCategoricalAccuracy,
} from './accuracy-functions';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('accuracy functions', () => {
  const scores = () =>
    tf.tensor2d([
      [0.1, 0.9, 0.8],
      [0.05, 0.95, 0],
    ]);

  test('compare numbers', () => {
    expectClose(accuracy(tf.tensor1d([1, 2], 'int32'), tf.tensor1d([1, 3])), [1, 0]);
  });

  test('compare with a threshold that does not itself count as 1', () => {
    expectClose(binaryAccuracy(tf.tensor1d([1, 0]), tf.tensor1d([0.5, 0.5])), [0, 1]);
  });

  test('compare the largest', () => {
    expectClose(
      categoricalAccuracy(
        tf.tensor2d([
          [0, 0, 1],
          [0, 1, 0],
        ]),
        scores(),
      ),
      [0, 1],
    );
    expectClose(sparseCategoricalAccuracy(tf.tensor1d([2, 1], 'int32'), scores()), [0, 1]);
  });

  test('take labels with a last axis of 1', () => {
    expect(sparseCategoricalAccuracy(tf.tensor2d([[2], [1]], [2, 1], 'int32'), scores()).shape).toEqual([2]);
  });

  test('look at the k largest, ties counting as within', () => {
    expectClose(sparseTopKCategoricalAccuracy(tf.tensor1d([2, 0], 'int32'), scores(), { k: 2 }), [1, 1]);
    expectClose(topKCategoricalAccuracy(tf.tensor2d([[1, 0, 0]]), tf.tensor2d([[1, 1, 2]]), { k: 2 }), [1]);
  });

  test('take class numbers sorted by score', () => {
    const sortedIds = tf.tensor2d([
      [1, 2, 0],
      [0, 2, 1],
    ]);
    const options = { k: 1, fromSortedIds: true };
    expectClose(sparseTopKCategoricalAccuracy(tf.tensor1d([1, 1]), sortedIds, options), [1, 0]);
  });

  test('do not count a score that is no number', () => {
    expectClose(
      sparseTopKCategoricalAccuracy(tf.tensor1d([0], 'int32'), tf.tensor2d([[Number.NaN, 1]]), { k: 1 }),
      [0],
    );
  });
});
