import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { distinctNumbers, numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

onThreads('Prelu', (sameBits) => {
  test.each([
    [[5], [5]],
    [[3, 4], [4]],
    [
      [2, 3, 4],
      [3, 1],
    ],
    [
      [2, 3, 2, 2],
      [2, 1, 2, 1],
    ],
    [[3, 4], []],
  ])('takes for %j slopes of %j', (shape, slopes) => {
    const x = tf.add(distinctNumbers(shape), 0.1);
    const alpha = numbers(slopes, 2);
    const y = tf.prelu(x, alpha);
    const [values, spread] = [x.dataSync(), tf.broadcastTo(alpha, shape).dataSync()];
    expectClose(
      y.dataSync(),
      [...values].map((value, i) => (value < 0 ? value * spread[i]! : value)),
    );
    checkGradient((x, alpha) => tf.prelu(x, alpha), [x, alpha]);
    sameBits(`${shape} ${slopes}`, y);
  });
});
