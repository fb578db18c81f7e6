import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Weight, withBlankWeights } from './weight';

test('a weight before any backend says what to do', () => {
  expect(() => new Weight({ name: 'w', shape: [] })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: a backend must be in use before tensors are made. Received: none. Start with \`await useBackend()\` from '@tenlab/core'.]`,
  );
});

describe('Weight', () => {
  beforeAll(async () => {
    await useBackend('cpu');
  });

  test('starts with zeros and takes a new value', () => {
    const weight = new Weight({ name: 'kernel', shape: [2, 2] });
    expect([...weight.read().dataSync()]).toEqual([0, 0, 0, 0]);
    const value = tf.tensor2d([1, 2, 3, 4], [2, 2]);
    weight.assign(value);
    value.dispose();
    weight.assignAdd(tf.scalar(1));
    expect([...weight.read().dataSync()]).toEqual([2, 3, 4, 5]);
  });

  test('keeps exactly one tensor and gives it back', () => {
    const before = tf.memory();
    const first = tf.ones([3]);
    const weight = new Weight({ name: 'w', shape: [3], value: first });
    first.dispose();
    expect([...weight.read().dataSync()]).toEqual([1, 1, 1]);
    weight.assign(tf.tidy(() => tf.keep(tf.zeros([3]))));
    weight.dispose();
    expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers + 1); // the tensor assigned, which is the caller's
  });

  test('casts the first value and refuses other types later', () => {
    const weight = new Weight({ name: 'count', shape: [], dtype: 'int32', value: tf.scalar(3) });
    expect(weight.read().dtype).toBe('int32');
    expect(() => weight.assign(tf.scalar(1.5))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Weight 'count': the value must be of type int32. Received: float32. Cast it first: tf.cast(value, 'int32').]`,
    );
  });

  test('refuses another shape, naming the path', () => {
    const weight = new Weight({ name: 'kernel', path: 'dense/kernel', shape: [2, 3] });
    expect(() => weight.assign(tf.zeros([3, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Weight 'dense/kernel': the value must have shape [2,3]. Received: shape [3,2]. Give a tensor of exactly that shape; reshape it if its elements are in the same order.]`,
    );
  });
});

describe('withBlankWeights', () => {
  const ones = { initialize: (shape: number[]) => tf.ones(shape) };

  test('lets weights begin as zeros, and only within', () => {
    const make = () => new Weight({ name: 'w', shape: [2], initializer: ones });
    expect([...withBlankWeights(2, make).value.dataSync()]).toEqual([0, 0]);
    expect([...make().value.dataSync()]).toEqual([1, 1]);
  });

  test('refuses more elements than there may be, before it takes memory', () => {
    const make = () => new Weight({ name: 'w', path: 'dense/w', shape: [1e6, 1e6], initializer: ones });
    expect(() => withBlankWeights(10, make)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Weight 'dense/w': all weights together must have at most 10 elements. Received: shape [1000000,1000000], which is too many. The configuration does not belong to the weights: use those that were written together.]`,
    );
  });
});
