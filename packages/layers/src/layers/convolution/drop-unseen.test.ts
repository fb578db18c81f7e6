import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { dropUnseen } from './drop-unseen';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('dropUnseen', () => {
  test.each([
    [[1], [2], 6, 5],
    [[1], [2], 5, 5],
    [[2], [3], 6, 5],
    [[3], [2], 6, 6],
    [[2], [2], 7, 7],
  ])('with a window of %o and a stride of %o keeps of a length of %i %i', (size, strides, length, kept) => {
    const x = tf.reshape(tf.range(0, length), [1, length, 1]);
    expect([...dropUnseen(x, size, strides).dataSync()]).toEqual(Array.from({ length: kept }, (_, i) => i));
  });
});
