import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onThreads } from '../testing/on-threads';

onThreads('OneHot', () => {
  test.each(['int32', 'float32', 'bool'] as const)('writes %s', (dtype) => {
    const y = tf.oneHot(tf.tensor1d([1, 0, 2], 'int32'), 3, 1, 0, dtype);
    expect(y.dtype).toBe(dtype);
    expect([...y.dataSync()]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 1]);
  });

  test('writes values between whole numbers', () => {
    expect([...tf.oneHot(tf.tensor1d([1], 'int32'), 3, 0.5, -0.25, 'float32').dataSync()]).toEqual([-0.25, 0.5, -0.25]);
  });

  test('writes nothing for an index out of range, and keeps the rows apart', () => {
    const y = tf.oneHot(
      tf.tensor2d(
        [
          [-1, 3],
          [2, 7],
        ],
        [2, 2],
        'int32',
      ),
      3,
      1,
      0,
      'float32',
    );
    expect(y.shape).toEqual([2, 2, 3]);
    expect([...y.dataSync()]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
  });
});
