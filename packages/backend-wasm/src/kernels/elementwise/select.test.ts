import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onThreads } from '../../testing/on-threads';

onThreads('Select', () => {
  test('chooses element by element, also NaN', () => {
    const condition = tf.tensor1d(
      Array.from({ length: 601 }, (_, i) => i % 3 === 0),
      'bool',
    );
    const result = tf.where(condition, tf.fill([601], Number.NaN), tf.range(0, 601)).dataSync();
    for (const [i, value] of result.entries()) expect(value).toBe(i % 3 === 0 ? Number.NaN : i);
  });

  test('broadcasts the condition', () => {
    const condition = tf.tensor2d([true, false, true], [3, 1], 'bool');
    const result = tf.where(condition, tf.ones([3, 5]), tf.zeros([3, 5]));
    expect(result.arraySync()).toEqual([Array(5).fill(1), Array(5).fill(0), Array(5).fill(1)]);
  });

  test('whole numbers are chosen as they are', () => {
    const result = tf.where(
      tf.tensor1d([true, false], 'bool'),
      tf.tensor1d([16777217, 1], 'int32'),
      tf.tensor1d([2, 3], 'int32'),
    );
    expect([result.dtype, ...result.dataSync()]).toEqual(['int32', 16777217, 3]);
  });
});
