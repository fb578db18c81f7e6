import { checkGradient, expectClose, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import '../gradients';
import { distinctNumbers, numbers } from '../testing/numbers';

// None within a step of 0, 1 or -1, where the choices change.
const apart = (shape: number[]) => tf.add(distinctNumbers(shape, 0.37), 0.1);

onEveryBackend('the gradient of comparisons', () => {
  test('lets a choice by comparison be differentiated', () => {
    const leaky = (x: tf.Tensor) => tf.where(tf.greater(x, 0), x, tf.mul(x, 0.1));
    expectClose(tf.grad(leaky)(tf.tensor1d([-2, 3])), [0.1, 1]);
    checkGradient(leaky, [apart([4, 5])]);
  });

  const { equal, notEqual, greater, greaterEqual, less, lessEqual } = tf;
  test.each(Object.entries({ equal, notEqual, greater, greaterEqual, less, lessEqual }))(
    'is 0 through %s',
    (_, compare) => {
      const choose = (a: tf.Tensor, b: tf.Tensor) => tf.where(compare(a, b), tf.mul(a, 2), tf.mul(b, 3));
      checkGradient(choose, [numbers([3, 4]), numbers([1, 4], 2)]);
    },
  );

  test('is 0 through logic', () => {
    const choose = (x: tf.Tensor) => {
      const inside = tf.logicalAnd(tf.greater(x, -1), tf.logicalNot(tf.logicalOr(tf.greater(x, 1), tf.equal(x, 5))));
      return tf.where(inside, tf.square(x), tf.abs(x));
    };
    checkGradient(choose, [apart([5, 5])]);
  });

  test('can be differentiated again', () => {
    const f = (x: tf.Tensor) => tf.where(tf.greater(x, 0), tf.pow(x, 3), tf.square(x));
    checkGradient((x) => tf.grad(f)(x), [apart([10])]);
  });

  test('is refused for bools themselves', () => {
    const b = tf.tensor1d([true, false]);
    expect(() => tf.grad((a) => tf.logicalAnd(a, b))(tf.tensor1d([true, true]))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: tf.grad: a gradient must be asked for with respect to numbers. Received: a tensor of type bool. Differentiate with respect to the numbers that the bools are made from.]`,
    );
  });
});
