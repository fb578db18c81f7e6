import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWasm, stopWasm } from '../index';
import { compareSteps } from '../testing/compare-steps';
import { numbers } from '../testing/numbers';

beforeAll(() => startWasm({ threads: 2 }));
afterAll(() => stopWasm());

const times = (program: string, name: string) =>
  program.split('\n').filter((line) => line.includes(`\t${name}\t`)).length;
const square = (seed: number) => numbers<tf.Tensor2D>([20, 20], seed);

test('the gradients of a convolution by Winograd transform dy once, and the input not again', () => {
  const gradients = (x: tf.Tensor, filter: tf.Tensor, dy: tf.Tensor) =>
    tf.grads((input, weights) => tf.conv2d(input as tf.Tensor4D, weights as tf.Tensor4D, 1, 'same'))([x, filter], dy);
  const program = compareSteps(gradients, [
    numbers([2, 9, 9, 32]),
    numbers([3, 3, 32, 36], 2),
    numbers([2, 9, 9, 36], 3),
  ]);
  expect(times(program, 'WinogradOutputGradient')).toBe(1);
  expect(times(program, 'WinogradInput')).toBe(1);
});

describe('a product of the same two', () => {
  test('is computed once, for all who read it', () => {
    const program = compareSteps(
      (a, b) => [
        tf.neg(tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D)),
        tf.sin(tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D)),
      ],
      [square(1), square(2)],
    );
    expect([times(program, 'MatMul'), times(program, 'PackPanels')]).toEqual([1, 1]);
  });

  test('is computed twice where the step returns both, or something is different', () => {
    for (const second of [
      (a: tf.Tensor2D, b: tf.Tensor2D) => tf.matMul(a, b),
      (a: tf.Tensor2D, b: tf.Tensor2D) => tf.neg(tf.matMul(a, b, true)),
      (a: tf.Tensor2D, b: tf.Tensor2D) => tf.neg(tf.matMul(b, a)),
    ]) {
      const program = compareSteps(
        (a, b) => [tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D), second(a as tf.Tensor2D, b as tf.Tensor2D)],
        [square(1), square(2)],
      );
      expect(times(program, 'MatMul')).toBe(2);
    }
  });
});
