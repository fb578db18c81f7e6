import { checkGradient, expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradients of sums and means', () => {
  test.each([
    [[5], 0],
    [[3, 4], 0],
    [[3, 4], -1],
    [[2, 5, 3], 1],
    [
      [2, 3, 2, 2],
      [0, 2],
    ],
    [[2, 3], undefined],
    [[], undefined],
  ] as [number[], number | number[] | undefined][])('agree with finite differences: %j over %j', (shape, axis) => {
    for (const keepDims of [false, true]) {
      checkGradient((x) => tf.sum(x, axis, keepDims), [numbers(shape)]);
      checkGradient((x) => tf.mean(x, axis, keepDims), [numbers(shape)]);
    }
  });

  test('can be differentiated again', () => {
    const f = (x: tf.Tensor) => tf.pow(tf.mean(x, 1), 3);
    checkGradient((x) => tf.grad(f)(x), [numbers([3, 4])]);
    const g = (x: tf.Tensor) => tf.pow(tf.sum(x, 0), 3);
    checkGradient((x) => tf.grad(g)(x), [numbers([3, 4])]);
  });

  test('are dy, and dy divided, for every element', () => {
    const dy = tf.tensor1d([3, 6]);
    expectClose(tf.grad((x: tf.Tensor) => tf.sum(x, 1))(tf.zeros([2, 3]), dy), [
      [3, 3, 3],
      [6, 6, 6],
    ]);
    expectClose(tf.grad((x: tf.Tensor) => tf.mean(x, 1))(tf.zeros([2, 3]), dy), [
      [1, 1, 1],
      [2, 2, 2],
    ]);
    expect(tf.grad((x: tf.Tensor) => tf.sum(x, 1))(tf.zeros([2, 0]), dy).shape).toEqual([2, 0]);
  });
});
