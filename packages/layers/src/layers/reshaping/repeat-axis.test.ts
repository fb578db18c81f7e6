import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { repeatAxis } from './repeat-axis';

onEveryBackend('repeatAxis', () => {
  test('repeats elements along any axis, and keeps whole numbers whole', () => {
    const x = tf.tensor2d([1, 2, 3, 4], [2, 2], 'int32');
    expect(repeatAxis(x, 0, 2).arraySync()).toEqual([
      [1, 2],
      [1, 2],
      [3, 4],
      [3, 4],
    ]);
    expect(repeatAxis(x, 1, 2).arraySync()).toEqual([
      [1, 1, 2, 2],
      [3, 3, 4, 4],
    ]);
    expect(repeatAxis(x, 1, 2).dtype).toBe('int32');
    expect(repeatAxis(x, 1, 1)).toBe(x);
  });

  test('can be differentiated', () => {
    checkGradient((x: tf.Tensor) => repeatAxis(x, 1, 3), [tf.tensor3d([1, -2, 3, 0.5], [2, 2, 1])]);
  });
});
