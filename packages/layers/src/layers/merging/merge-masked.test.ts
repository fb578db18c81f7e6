import { expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { mergeMasked } from './merge-masked';

onEveryBackend('mergeMasked', () => {
  test('takes the other where a mask leaves one out', () => {
    const [a, b] = [tf.tensor1d([1, 2, 3, 4]), tf.tensor1d([9, 1, 9, 1])];
    const [maskA, maskB] = [tf.tensor1d([1, 1, 0, 0], 'bool'), tf.tensor1d([0, 1, 1, 0], 'bool')];
    expectClose(mergeMasked([a, b], [null, null], tf.maximum), [9, 2, 9, 4]);
    expectClose(mergeMasked([a, b], [maskA, maskB], tf.maximum), [1, 2, 9, 4]);
    expectClose(mergeMasked([a, b], [maskA, null], tf.minimum), [1, 1, 9, 1]);
  });
});
