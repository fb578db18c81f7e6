import { useBackend } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { withGradient, withoutGradient } from './with-gradient';

beforeAll(async () => {
  await useBackend('cpu');
});

const cube = (x: tf.Tensor) =>
  withGradient(
    x,
    (input) => ({ value: tf.pow(input, 3), saved: [input] as const }),
    (upstream, [input]) => tf.mul(upstream, tf.mul(tf.square(input), 3)),
  );

describe('withGradient', () => {
  test('differentiates by the derivative it was given', () => {
    expectClose(tf.grad(cube)(tf.tensor1d([2, -1])), [12, 3]);
  });

  test('frees what it saved', async () => {
    const x = tf.tensor1d([2, -1]);
    await expectNoLeak(() => tf.grad(cube)(x));
  });
});

describe('withoutGradient', () => {
  test('counts as a constant, also where tfjs knows no derivative', () => {
    const fn = (x: tf.Tensor) =>
      tf.mul(
        x,
        withoutGradient(x, (input) => tf.cast(tf.greater(input, 0), 'float32')),
      );
    expectClose(tf.grad(fn)(tf.tensor1d([2, -1])), [1, 0]);
  });
});
