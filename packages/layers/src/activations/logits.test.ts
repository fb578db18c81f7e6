import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BinaryCrossentropy } from '../losses/binary-crossentropy';
import { SparseCategoricalCrossentropy } from '../losses/sparse-categorical-crossentropy';
import { logitsOf } from './logits';
import { sigmoid } from './sigmoid';
import { softmax } from './softmax';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('logitsOf', () => {
  test('remembers what a softmax was made from, for its axis only', () => {
    const logits = tf.zeros([2, 3]);
    const probabilities = softmax(logits);
    expect(logitsOf(probabilities, -1)).toBe(logits);
    expect(logitsOf(probabilities, 1)).toBe(logits);
    expect(logitsOf(probabilities, 0)).toBeNull();
    expect(logitsOf(probabilities, null)).toBeNull();
  });

  test('knows nothing of other tensors, or of logits that are gone', () => {
    const logits = tf.zeros([2]);
    const probabilities = sigmoid(logits);
    expect(logitsOf(tf.clone(probabilities), null)).toBeNull();
    logits.dispose();
    expect(logitsOf(probabilities, null)).toBeNull();
  });

  test('lets a loss see past a probability that was rounded to 0', () => {
    const logits = tf.tensor2d([[0, 200]]);
    const label = tf.tensor1d([0], 'int32');
    expectClose(new SparseCategoricalCrossentropy().apply(label, softmax(logits)), 200);
    expectClose(new BinaryCrossentropy().apply(tf.tensor2d([[1]]), sigmoid(tf.tensor2d([[-200]]))), 200);
  });
});
