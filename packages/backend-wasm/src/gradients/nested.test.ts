import { onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { isNested } from './nested';

onEveryBackend('isNested', () => {
  /** Squares, and notes whether its gradient is computed inside another. */
  function watchedSquare(seen: boolean[]) {
    return tf.customGrad((x: tf.Tensor | tf.GradSaveFunc) => ({
      value: tf.square(x as tf.Tensor),
      gradFunc: (dy: tf.Tensor) => {
        seen.push(isNested());
        return tf.mul(dy, tf.mul(x as tf.Tensor, 2));
      },
    }));
  }

  test('is false in a gradient, and true in the gradient of one', () => {
    const seen: boolean[] = [];
    const square = watchedSquare(seen);
    tf.grad((x) => square(x))(tf.scalar(3));
    expect(seen).toEqual([false]);
    tf.grad((x) => tf.grad((x) => square(x))(x))(tf.scalar(3));
    expect(seen).toEqual([false, true]);
  });

  test('is false outside', () => expect(isNested()).toBe(false));
});
