import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

onThreads('AvgPoolGrad', (sameBits) => {
  test.each([
    [[1, 2, 2, 1], [2, 2], 2, 'valid'],
    [[2, 5, 7, 3], [2, 2], 2, 'same'],
    [[2, 6, 5, 18], [3, 3], 2, 'same'],
    [[1, 5, 5, 35], [3, 2], 1, 'valid'],
    [[3, 4, 4, 2], [2, 2], 3, 'valid'],
    [[1, 5, 4, 3], [3, 3], 1, 1],
  ] as const)('agrees with finite differences: %j filter %j strides %j %s', (shape, filter, strides, pad) => {
    const x = numbers([...shape]);
    const pool = (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, [...filter], strides, pad);
    checkGradient(pool, [x], { atMost: 100 });
    sameBits(`${shape} ${filter} ${strides} ${pad}`, tf.grad(pool)(x, numbers(pool(x).shape)));
  });

  test('agrees with finite differences for explicit padding', () => {
    const pad: tf.backend_util.ExplicitPadding = [
      [0, 0],
      [1, 2],
      [0, 1],
      [0, 0],
    ];
    checkGradient((x) => tf.avgPool(x as tf.Tensor4D, 3, 1, pad), [numbers([2, 3, 3, 2])]);
  });

  test.each([
    [[1, 3, 4, 5, 3], [2, 2, 2], 2, 'same'],
    [[2, 4, 3, 4, 17], [3, 1, 2], 1, 'valid'],
    [[1, 2, 2, 2, 1], [2, 2, 2], 1, 1],
  ] as const)(
    'agrees with finite differences in volumes: %j filter %j strides %j %s',
    (shape, filter, strides, pad) => {
      const x = numbers([...shape]);
      const pool = (x: tf.Tensor) => tf.avgPool3d(x as tf.Tensor5D, [...filter], strides, pad);
      checkGradient(pool, [x], { atMost: 100 });
      sameBits(`${shape} ${pad}`, tf.grad(pool)(x, numbers(pool(x).shape)));
    },
  );

  test('divides by the elements inside, also where tfjs-core asks for the kernel itself', () => {
    const dx = tf
      .engine()
      .runKernel(
        'AvgPoolGrad',
        { dy: tf.ones([1, 2, 2, 1]), input: tf.ones([1, 3, 3, 1]) },
        { filterSize: 2, strides: 2, pad: 'same' },
      );
    expectClose((dx as tf.Tensor).dataSync(), [0.25, 0.25, 0.5, 0.25, 0.25, 0.5, 0.5, 0.5, 1]);
  });
});
