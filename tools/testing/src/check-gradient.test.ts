import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { checkGradient } from './check-gradient';
import { expectNoLeak } from './expect-no-leak';

beforeAll(() => tf.setBackend('cpu'));

const a = [0.3, -1.2, 0.7, 2.1, -0.4, 0.9];

/** `x²` whose gradient is `2x`, times a factor that is right only at 1. */
const square = (factor: number) =>
  tf.customGrad((x, save) => {
    (save as tf.GradSaveFunc)([x as tf.Tensor]);
    return {
      value: tf.square(x as tf.Tensor),
      gradFunc: (dy, saved) => tf.mul(tf.mul(dy as tf.Tensor, 2 * factor), (saved as tf.Tensor[])[0] as tf.Tensor),
    };
  });

test('right gradients pass', () => {
  checkGradient((x) => tf.tanh(x as tf.Tensor), [tf.tensor2d(a, [2, 3])]);
  checkGradient(
    (x, y) => tf.matMul(x as tf.Tensor2D, y as tf.Tensor2D),
    [tf.tensor2d(a, [2, 3]), tf.tensor2d(a, [3, 2])],
  );
  checkGradient(square(1), [tf.tensor1d([100, -50, 0.001])]);
});

test('a gradient that is one per cent off fails', () => {
  expect(() => checkGradient(square(1.01), [tf.tensor1d([1, -2])])).toThrow('2 of 2 derivatives differ');
});

test('a transposed gradient fails', () => {
  const wrong = tf.customGrad((x) => ({
    value: tf.mul(x as tf.Tensor, 1),
    gradFunc: (dy) => tf.reshape(tf.transpose(dy as tf.Tensor), [2, 3]),
  }));
  expect(() => checkGradient(wrong, [tf.tensor2d(a, [2, 3])])).toThrow(
    /derivatives differ[\s\S]*input 0, element 1: gradient/,
  );
});

test('a gradient of another shape fails', () => {
  const wrong = tf.customGrad((x) => ({
    value: tf.sum(x as tf.Tensor),
    gradFunc: () => tf.ones([1]),
  }));
  expect(() => checkGradient(wrong, [tf.tensor1d(a)])).toThrow();
});

test('`atMost` spreads the checks over the input', () => {
  const wrongAtTheEnd = tf.customGrad((x) => ({
    value: tf.mul(x as tf.Tensor, 1),
    gradFunc: (dy) => tf.mul(dy as tf.Tensor, [1, 1, 1, 1, 2, 1]),
  }));
  expect(() => checkGradient(wrongAtTheEnd, [tf.tensor1d(a)], { atMost: 3 })).toThrow('1 of 3 derivatives differ');
});

test('nothing to check is an error', () => {
  expect(() => checkGradient((x) => tf.tanh(x as tf.Tensor), [tf.zeros([0])])).toThrow('at least one element');
});

test('it leaves no tensor behind', async () => {
  const x = tf.tensor1d(a);
  await expectNoLeak(() => {
    checkGradient((value) => tf.sin(value as tf.Tensor), [x]);
    return [];
  });
});
