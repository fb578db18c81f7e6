import { checkGradient, expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { distinctNumbers, numbers } from '../testing/numbers';

const shapes: [number[], number[]][] = [
  [[5], [5]],
  [[3, 4], [4]],
  [
    [3, 1],
    [1, 4],
  ],
  [[2], []],
  [
    [2, 1, 3],
    [4, 1],
  ],
];
// None of one equals, or comes near, one of the other.
const a = (shape: number[]) => distinctNumbers(shape, 0.5);
const b = (shape: number[]) => tf.add(distinctNumbers(shape, 0.5), 0.12);

onEveryBackend('the gradient of two tensors of different shapes', () => {
  test.each(shapes)('agrees with finite differences for the larger and the smaller of %j and %j', (first, second) => {
    checkGradient((x, y) => tf.maximum(x, y), [a(first), b(second)]);
    checkGradient((x, y) => tf.minimum(x, y), [a(first), b(second)]);
  });

  test.each(shapes)('agrees with finite differences for the squared difference of %j and %j', (first, second) => {
    checkGradient((x, y) => tf.squaredDifference(x, y), [numbers(first), numbers(second, 2)]);
  });

  test('gives equals to the first, as tfjs-core does', () => {
    const [da, db] = tf.grads((x: tf.Tensor, y: tf.Tensor) => tf.maximum(x, y))([
      tf.tensor1d([1, 2]),
      tf.tensor1d([1, 3]),
    ]);
    expectClose(da!, [1, 0]);
    expectClose(db!, [0, 1]);
  });

  test('is 0 for a quotient rounded down', () => {
    const [da, db] = tf.grads((x: tf.Tensor, y: tf.Tensor) => tf.floorDiv(x, y))([
      tf.tensor1d([5.5, 7.1]),
      tf.scalar(2),
    ]);
    expectClose(da!, [0, 0]);
    expectClose(db!, 0);
  });
});
