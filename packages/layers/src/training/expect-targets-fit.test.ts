import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { getLoss, SparseCategoricalCrossentropy } from '../losses/index';
import { expectTargetsFit } from './expect-targets-fit';

beforeAll(async () => {
  await useBackend('cpu');
});

const check = (loss: string, target: number[], prediction: number[]) => () =>
  expectTargetsFit(getLoss(loss), 'kind', tf.zeros(target), tf.zeros(prediction));

describe('expectTargetsFit', () => {
  test('lets equal shapes pass, and a last axis of 1 be left out', () => {
    expect(check('mse', [4, 2], [4, 2])).not.toThrow();
    expect(check('mse', [4], [4, 1])).not.toThrow();
    expect(check('binary_crossentropy', [4, 1], [4])).not.toThrow();
    const sparse = new SparseCategoricalCrossentropy();
    expect(() => expectTargetsFit(sparse, null, tf.zeros([4]), tf.zeros([4, 3]))).not.toThrow();
  });

  test('refuses what would be broadcast', () => {
    expect(check('mse', [4, 2], [4, 1])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Loss 'mean_squared_error' of output 'kind': targets must have the shape of the predictions, (None, 1). Received: shape (None, 2). Give the last layer as many units as there are targets.]`,
    );
    expect(check('categorical_crossentropy', [4], [4, 3])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Loss 'categorical_crossentropy' of output 'kind': targets must have the shape of the predictions, (None, 3). Received: shape (None,). For class numbers use sparse_categorical_crossentropy, or make the targets one-hot.]`,
    );
  });
});
