import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { distinctNumbers, numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

// A maximum is copied, so a small step loses nothing, and it keeps the order of the elements.
const step = 2 ** -12;

onThreads('MaxPoolGrad', (sameBits) => {
  test.each([
    [[1, 2, 2, 1], [2, 2], 2, 'valid'],
    [[2, 5, 7, 3], [2, 2], 2, 'same'],
    [[2, 6, 5, 18], [3, 3], 2, 'same'],
    [[1, 5, 5, 35], [3, 2], 1, 'valid'],
    [[3, 4, 4, 2], [2, 2], 3, 'valid'],
  ] as const)('agrees with finite differences: %j filter %j strides %j %s', (shape, filter, strides, pad) => {
    const x = distinctNumbers([...shape]);
    const pool = (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, [...filter], strides, pad);
    checkGradient(pool, [x], { atMost: 200, step });
    const dx = tf.grad(pool)(x, numbers(pool(x).shape));
    sameBits(`${shape} ${filter} ${strides} ${pad}`, dx);
  });

  test.each([
    [[1, 3, 4, 5, 3], [2, 2, 2], 2, 'same'],
    [[2, 4, 3, 4, 17], [3, 1, 2], 1, 'valid'],
  ] as const)(
    'agrees with finite differences in volumes: %j filter %j strides %j %s',
    (shape, filter, strides, pad) => {
      const x = distinctNumbers([...shape]);
      const pool = (x: tf.Tensor) => tf.maxPool3d(x as tf.Tensor5D, [...filter], strides, pad);
      checkGradient(pool, [x], { atMost: 200, step });
      sameBits(`${shape}`, tf.grad(pool)(x, numbers(pool(x).shape)));
    },
  );

  test('gives all to the first of equal elements', () => {
    // TensorFlow 2.21: tape.gradient(tf.nn.max_pool2d(x, 2, 2, 'VALID'), x) of a constant image.
    const gradient = (value: number) =>
      tf.grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid'))(tf.fill([1, 4, 4, 1], value) as tf.Tensor4D);
    const expected = [1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0];
    expectClose(gradient(1).dataSync(), expected);
    expectClose(gradient(0).dataSync(), expected);
    expectClose(gradient(-3).dataSync(), expected);
  });

  test('is right where a window has nothing above zero', () => {
    const x = tf.tensor4d([-4, -1, -3, -2, 0, 0, -5, 0], [1, 2, 4, 1]);
    const dx = tf.grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid'))(x, tf.tensor4d([10, 20], [1, 1, 2, 1]));
    expectClose(dx.dataSync(), [0, 0, 0, 0, 10, 0, 0, 20]);
  });

  test('adds up where windows overlap', () => {
    const x = tf.tensor4d([0, 5, 0], [1, 1, 3, 1]);
    const dx = tf.grad((x) => tf.maxPool(x as tf.Tensor4D, [1, 2], 1, 'valid'))(x, tf.tensor4d([3, 4], [1, 1, 2, 1]));
    expectClose(dx.dataSync(), [0, 7, 0]);
  });
});
