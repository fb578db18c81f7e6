import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

onThreads('ClipByValue', (sameBits) => {
  test.each([0, 1, 3, 4, 5, 12, 13, 1001])('keeps %i elements within the limits', (size) => {
    const x = numbers([size]);
    const y = tf.clipByValue(x, -0.5, 1.25);
    expectClose(
      y,
      [...x.dataSync()].map((value) => Math.min(Math.max(value, -0.5), 1.25)),
    );
    sameBits(`${size}`, y);
  });

  test.each([1, 2, 3, 5, 8])('keeps NaN, wherever among %i elements it stands', (size) => {
    for (let place = 0; place < size; place++) {
      const x = new Float32Array(size).fill(9);
      x[place] = Number.NaN;
      expectClose(
        tf.clipByValue(tf.tensor1d(x), 0, 1).dataSync(),
        [...x].map((value) => Math.min(value, 1)),
      );
    }
  });

  test('clips integers, and cuts off a limit as cpu does', () => {
    const x = tf.tensor1d([-3, -1, 0, 1, 2, 9, 2_000_000_011], 'int32');
    const y = tf.clipByValue(x, -1.5, 2.7);
    expect(y.dtype).toBe('int32');
    expect([...y.dataSync()]).toEqual([-1, -1, 0, 1, 2, 2, 2]);
    expect([...tf.clipByValue(x, 0, Number.POSITIVE_INFINITY).dataSync()]).toEqual([0, 0, 0, 1, 2, 9, 2_000_000_011]);
  });

  test('agrees with finite differences', () => {
    checkGradient((x) => tf.clipByValue(x, -1, 1), [tf.tensor1d([-3, -0.5, 0, 0.7, 1.4])]);
  });
});
