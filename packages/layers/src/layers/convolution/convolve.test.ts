import { useBackend } from '@tenlab/core';
import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { convolve } from './convolve';

beforeAll(async () => {
  await useBackend('cpu');
});

const ramp = (shape: number[]) => {
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, (_, i) => Math.sin(i * 1.7)),
    shape,
  );
};

describe('convolve', () => {
  test('along three axes puts windows shorter than their strides where they belong', () => {
    const x = tf.reshape(tf.range(0, 24), [1, 4, 2, 3, 1]);
    const kernel = tf.fill([1, 1, 1, 1, 1], 10);
    const output = convolve(x, kernel, { strides: [2, 2, 2], padding: 'same', dilationRate: [1, 1, 1] });
    expect([...output.dataSync()]).toEqual([0, 20, 120, 140]);
  });

  test('along one axis is the sum it says, also with holes and looking back only', () => {
    const x = tf.tensor3d([1, 2, 3, 4, 5], [1, 5, 1]);
    const kernel = tf.tensor3d([10, 1], [2, 1, 1]);
    const run = (padding: 'valid' | 'same' | 'causal', dilation: number, stride = 1) => [
      ...convolve(x, kernel, { strides: [stride], padding, dilationRate: [dilation] }).dataSync(),
    ];
    expect(run('valid', 1)).toEqual([12, 23, 34, 45]);
    expect(run('valid', 2)).toEqual([13, 24, 35]);
    expect(run('causal', 1)).toEqual([1, 12, 23, 34, 45]);
    expect(run('causal', 2)).toEqual([1, 2, 13, 24, 35]);
    expect(run('same', 1, 2)).toEqual([12, 34, 50]);
  });

  test('in groups sees the channels of its group only', () => {
    const x = tf.tensor3d([1, 100], [1, 1, 2]);
    const kernel = tf.tensor3d([2, 3], [1, 1, 2]);
    expectClose(convolve(x, kernel, { strides: [1], padding: 'valid', dilationRate: [1] }, 2), [[[2, 300]]]);
  });

  test.each([
    [
      'dilated in two dimensions',
      [1, 5, 6, 2],
      [2, 2, 2, 3],
      { strides: [1, 1], padding: 'same', dilationRate: [2, 3] },
      1,
    ],
    [
      'in groups with strides',
      [2, 5, 5, 4],
      [3, 2, 2, 4],
      { strides: [2, 1], padding: 'valid', dilationRate: [1, 1] },
      2,
    ],
    [
      'in three dimensions',
      [1, 3, 3, 4, 2],
      [2, 2, 2, 2, 2],
      { strides: [1, 1, 1], padding: 'valid', dilationRate: [1, 1, 1] },
      1,
    ],
  ] as const)('%s has the gradient of finite differences', (_, shape, kernel, window, groups) => {
    checkGradient((x, k) => convolve(x, k, window, groups), [ramp([...shape]), ramp([...kernel])], { atMost: 12 });
    expect(window.strides.length).toBe(shape.length - 2);
  });
});
