import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of stridedSlice', (backend) => {
  test.each([
    [[7], [1], [6], [2]],
    [[7], [5], [0], [-2]],
    [
      [5, 6],
      [0, 1],
      [5, 6],
      [2, 3],
    ],
    [
      [5, 6],
      [4, 5],
      [0, 0],
      [-1, -2],
    ],
    [
      [4, 3, 5],
      [1, 0, 4],
      [3, 3, 0],
      [1, 2, -3],
    ],
    [[6], [2], [5], [1]],
    [[6], [0], [1], [4]],
  ])('agrees with finite differences: %j from %j to %j by %j', (shape, begin, end, strides) => {
    checkGradient((x) => tf.stridedSlice(x, begin, end, strides), [numbers(shape)]);
  });

  // Not on cpu: tfjs takes wrong elements forward there where a stride meets an axis that is dropped.
  if (backend !== 'cpu') {
    test('follows the masks', () => {
      // x[::2, 1], x[..., newaxis, 2:], with begin and end left open.
      checkGradient((x) => tf.stridedSlice(x, [3, 1], [0, 2], [2, 1], 1, 1, 0, 0, 2), [numbers([5, 4])]);
      checkGradient((x) => tf.stridedSlice(x, [0, 0, 2], [0, 0, 0], [1, 1, 1], 0, 4, 1, 2, 0), [numbers([3, 4])]);
    });
  }

  test('is 0 where nothing was taken', () => {
    expect(
      tf
        .grad((x) => tf.sum(tf.stridedSlice(x, [2], [2], [1])))(tf.zeros([4]))
        .arraySync(),
    ).toEqual([0, 0, 0, 0]);
  });
});
