import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onThreads } from '../testing/on-threads';

onThreads('Fill, ZerosLike, OnesLike', () => {
  test.each([0, 1, 3, 1025])('%i elements', (size) => {
    expect([...tf.fill([size], -2.5).dataSync()]).toEqual(Array(size).fill(-2.5));
    expect([...tf.fill([size], 7, 'int32').dataSync()]).toEqual(Array(size).fill(7));
    const x = tf.fill([size], 3);
    expect([...tf.zerosLike(x).dataSync()]).toEqual(Array(size).fill(0));
    expect([...tf.onesLike(tf.cast(x, 'int32')).dataSync()]).toEqual(Array(size).fill(1));
  });

  test('truth values and texts are left to tfjs', () => {
    expect([...tf.onesLike(tf.tensor1d([false, true], 'bool')).dataSync()]).toEqual([1, 1]);
    expect(tf.fill([2], 'a', 'string').dataSync()).toEqual(['a', 'a']);
  });
});
