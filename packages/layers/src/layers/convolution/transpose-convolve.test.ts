import { checkGradient, expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { convolve } from './convolve';
import { transposeConvolve } from './transpose-convolve';

const ramp = (shape: number[], seed = 0) =>
  tf.tensor(
    Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(i * 1.7 + seed)),
    shape,
  );

onEveryBackend('transposeConvolve', () => {
  test('adds each element times the kernel', () => {
    const x = tf.tensor3d([1, 2], [1, 2, 1]);
    const kernel = tf.tensor3d([1, 10, 100], [3, 1, 1]);
    const run = (stride: number, dilation: number, length: number) => [
      ...transposeConvolve(x, kernel, {
        strides: [stride],
        dilationRate: [dilation],
        padding: 'valid',
        outputLengths: [length],
      }).dataSync(),
    ];
    expect(run(1, 1, 4)).toEqual([1, 12, 120, 200]);
    expect(run(2, 1, 5)).toEqual([1, 10, 102, 20, 200]);
    expect(run(1, 2, 6)).toEqual([1, 2, 10, 20, 100, 200]);
  });

  test.each([1, 2, 3])('is the transpose of a convolution over %d axes, and can be differentiated', (axes) => {
    const lengths = [5, 4, 4].slice(0, axes);
    const strides = lengths.map(() => 2);
    const dilationRate = lengths.map(() => 1);
    const kernel = ramp([...lengths.map(() => 3), 2, 1]);
    const large = ramp([1, ...lengths, 2], 1);
    const forward = convolve(large, kernel, { strides, dilationRate, padding: 'same' });
    const small = ramp(forward.shape, 2);
    const window = { strides, dilationRate, padding: 'same', outputLengths: lengths } as const;
    const back = transposeConvolve(small, kernel, window);
    // <A x, y> = <x, Aᵀ y>
    expectClose(tf.sum(tf.mul(forward, small)), tf.sum(tf.mul(large, back)).dataSync()[0] as number, {
      rtol: 1e-4,
      atol: 1e-4,
    });
    const run = (x: tf.Tensor, weights: tf.Tensor) => transposeConvolve(x, weights, window);
    checkGradient(run, [small, kernel], { atMost: 20 });
  });
});
