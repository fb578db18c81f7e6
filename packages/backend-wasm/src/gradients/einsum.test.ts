import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

onEveryBackend('the gradient of einsum', () => {
  test.each([
    ['ab,bc->ac', [3, 4], [4, 5]],
    ['ab,cb->ca', [3, 4], [5, 4]],
    ['abc,abd->acd', [2, 3, 4], [2, 3, 5]],
    ['btnh,bfnh->bnft', [2, 3, 2, 4], [2, 5, 2, 4]],
    ['bnft,btnh->bfnh', [2, 2, 5, 3], [2, 3, 2, 4]],
    ['a,b->ab', [3], [4]],
    ['a,a->', [5], [5]],
    ['i j, j k -> i k', [2, 3], [3, 2]],
    [',->', [], []],
    ['abc,cde->abde', [2, 2, 3], [3, 2, 2]],
  ] as [string, number[], number[]][])('agrees with finite differences: %s', (equation, a, b) => {
    checkGradient((x, y) => tf.einsum(equation, x, y), [numbers(a), numbers(b, 2)]);
  });

  test.each([
    ['abc->cab', [2, 3, 4]],
    ['ab->', [2, 3]],
    ['abc->b', [2, 3, 4]],
  ] as [string, number[]][])('agrees with finite differences for one input: %s', (equation, shape) => {
    checkGradient((x) => tf.einsum(equation, x), [numbers(shape)]);
  });

  test('can be differentiated again', () => {
    const f = (x: tf.Tensor) => tf.einsum('ab,bc->ac', x, tf.square(x));
    checkGradient((x) => tf.grad(f)(x), [numbers([3, 3])]);
  });
});
