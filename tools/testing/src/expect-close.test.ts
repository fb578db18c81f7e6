import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { expectClose } from './expect-close';

describe('passes', () => {
  test.each([
    ['equal lists', [1, 2], [1, 2], {}],
    ['a difference within rtol', [1000.005], [1000], { rtol: 1e-5 }],
    ['a difference within atol', [5e-7], [0], { atol: 1e-6 }],
    ['NaN for NaN and infinity for infinity', [NaN, Infinity], [NaN, Infinity], {}],
    ['minus zero for zero', [-0], [0], {}],
    ['booleans as zero and one', [1, 0], [true, false], {}],
  ] as const)('%s', (_, actual, expected, tolerance) => {
    expectClose(actual, expected as never, tolerance);
  });

  test('a tensor against nested lists, and a typed array against a tensor of any shape', () => {
    expectClose(tf.tensor2d([1, 2, 3, 4], [2, 2]), [
      [1, 2],
      [3, 4],
    ]);
    expectClose(Float32Array.of(1, 2, 3, 4), tf.tensor2d([1, 2, 3, 4], [2, 2]));
  });
});

describe('fails', () => {
  test.each([
    ['beyond rtol', [1000.02], [1000], { rtol: 1e-5 }],
    ['beyond atol', [2e-6], [0], { atol: 1e-6, rtol: 1 }],
    ['NaN for a number', [NaN], [1], { atol: 100 }],
    ['a number for NaN', [1], [NaN], { atol: 100 }],
    ['a number for infinity', [1e30], [Infinity], { rtol: 1 }],
    ['infinity of the wrong sign', [-Infinity], [Infinity], {}],
  ] as const)('%s', (_, actual, expected, tolerance) => {
    expect(() => expectClose(actual, expected, tolerance)).toThrow('1 of 1 values differ');
  });

  test('on another shape of the same size', () => {
    expect(() => expectClose(tf.zeros([2, 3]), tf.zeros([3, 2]))).toThrow(
      'Shapes differ: received [2,3], expected [3,2].',
    );
    expect(() => expectClose([1, 2], [1, 2, 3])).toThrow('Shapes differ: received [2], expected [3].');
    expect(() => expectClose(Float32Array.of(1), [1, 2])).toThrow('Sizes differ: received 1 values, expected 2.');
  });

  test('with the worst place and the first five, by index', () => {
    const actual = tf.tensor2d([1, 2, 3.5, 4.1], [2, 2]);
    expect(() => expectClose(actual, tf.tensor2d([1, 2, 3, 4], [2, 2]))).toThrowErrorMatchingInlineSnapshot(`
      [Error: 2 of 4 values differ (rtol 0.00001, atol 0.000001). Worst at [1,0]: received 3.5, expected 3, difference 0.500.
        [1,0]: received 3.5, expected 3, difference 0.500
        [1,1]: received 4.099999904632568, expected 4, difference 0.100]
    `);
  });
});
