import { checkGradient, expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { depthwiseConvolve } from './depthwise-convolve';

onEveryBackend('depthwiseConvolve', () => {
  test('keeps channels apart', () => {
    const x = tf.tensor3d([1, 10, 2, 20, 3, 30], [1, 3, 2]);
    const kernel = tf.tensor3d([1, 1, 2, 3], [2, 2, 1]);
    const window = { strides: [1], dilationRate: [1], padding: 'valid' } as const;
    expectClose(depthwiseConvolve(x, kernel, window), [
      [
        [5, 70],
        [8, 110],
      ],
    ]);
    expectClose(depthwiseConvolve(x, kernel, { ...window, dilationRate: [2] }), [[[7, 100]]]);
  });

  test('can be differentiated with strides and with dilation', () => {
    const x = tf.reshape(tf.sin(tf.range(0, 50)), [1, 5, 5, 2]);
    const kernel = tf.reshape(tf.cos(tf.range(0, 16)), [2, 2, 2, 2]);
    for (const [stride, dilation] of [
      [2, 1],
      [1, 2],
    ] as const) {
      const window = { strides: [stride, stride], dilationRate: [dilation, dilation], padding: 'same' } as const;
      checkGradient((a: tf.Tensor, b: tf.Tensor) => depthwiseConvolve(a, b, window), [x, kernel], { atMost: 20 });
    }
  });
});
