import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import '../gradients';
import { distinctNumbers } from '../testing/numbers';

onEveryBackend('the gradient of topk', () => {
  test.each([
    [[6], 2],
    [[3, 7], 3],
    [[2, 3, 5], 5],
    [[4, 3], 1],
  ] as const)('agrees with finite differences: %j, the largest %i', (shape, k) => {
    checkGradient((x) => tf.topk(x, k).values, [distinctNumbers([...shape])], { step: 2 ** -8 });
  });

  test('gives nothing to what was not chosen', () => {
    const dx = tf.grad((x) => tf.topk(x, 2).values)(tf.tensor1d([5, 9, 7]), tf.tensor1d([10, 20]));
    expect(dx.arraySync()).toEqual([0, 10, 20]);
  });
});
