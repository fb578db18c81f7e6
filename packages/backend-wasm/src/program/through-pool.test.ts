import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWasm, stopWasm } from '../index';
import { compareSteps } from '../testing/compare-steps';
import { numbers } from '../testing/numbers';

beforeAll(() => startWasm({ threads: 2 }));
afterAll(() => stopWasm());

type Padding = 'valid' | 'same' | number;

/** The gradients of a layer's input and bias, and what it puts out: add, ReLU, pool. */
const gradients = (size: number, strides: number, pad: Padding) => (x: tf.Tensor, bias: tf.Tensor, dy: tf.Tensor) => {
  const layer = (input: tf.Tensor, offset: tf.Tensor) =>
    tf.maxPool(tf.relu(tf.add(input, offset)) as tf.Tensor4D, size, strides, pad);
  const { value, grads } = tf.valueAndGrads(layer)([x, bias], dy as tf.Tensor4D);
  // Zeros of either sign are one.
  return [...grads.map((gradient) => tf.add(gradient, 0)), value];
};

const cases: [string, number[], number, number, Padding][] = [
  ['windows side by side', [3, 26, 26, 32], 2, 2, 'valid'],
  ['a row and a column left over', [2, 11, 11, 64], 2, 2, 'valid'],
  ['windows that overlap', [2, 9, 8, 16], 3, 2, 'same'],
  ['few pixels', [1, 4, 4, 8], 2, 2, 'same'],
  ['padding', [2, 7, 7, 12], 3, 2, 1],
];

describe('the gradient of ReLU after that of a maximum', () => {
  test.each(cases)('is done before it: %s', (_, shape, size, strides, pad) => {
    const pooled = tf.backend_util.computePool2DInfo(shape as [number, number, number, number], size, strides, 1, pad);
    const inputs = [numbers(shape), numbers([shape[3]!], 2), numbers(pooled.outShape, 3)] as const;
    expect(compareSteps(gradients(size, strides, pad), [...inputs])).toContain('MaxPoolGrad+Multiply');
  });

  test('stays there where others read what is between, and for an average', () => {
    const x = numbers([2, 8, 8, 4]);
    const dy = numbers([2, 4, 4, 4], 2);
    const both = (input: tf.Tensor, gradient: tf.Tensor) => {
      const relu = tf.relu(input) as tf.Tensor4D;
      const [inner] = tf.grads((value) => tf.maxPool(value as tf.Tensor4D, 2, 2, 'valid'))([relu], gradient) as [
        tf.Tensor,
      ];
      return [tf.mul(inner, tf.step(relu)), inner];
    };
    expect(compareSteps(both, [x, dy])).not.toContain('MaxPoolGrad+Multiply');
    const average = (input: tf.Tensor, gradient: tf.Tensor) =>
      tf.grad((value) => tf.avgPool(tf.relu(value) as tf.Tensor4D, 2, 2, 'valid'))(input, gradient);
    expect(compareSteps(average, [x, dy])).not.toContain('PoolGrad+Multiply');
  });
});
