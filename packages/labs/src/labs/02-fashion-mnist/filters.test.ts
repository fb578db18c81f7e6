import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { convolve, filters, pool, poolingExample, rowsOf } from './filters';

beforeAll(async () => {
  await useBackend('cpu');
});

it.each(filters)('convolves as TensorFlow does: $name.en', ({ values }) => {
  const { data, height, width } = poolingExample;
  const input = tf.tensor4d(data, [1, height, width, 1]);
  const theirs = tf.conv2d(input, tf.tensor4d([...values], [3, 3, 1, 1]), 1, 'valid').dataSync();
  convolve(poolingExample, values).data.forEach((value, index) => {
    expect(value).toBeCloseTo(theirs[index]!, 5);
  });
});

it('pools the example by max and by mean', () => {
  expect(rowsOf(pool(poolingExample, 'max'))).toEqual([
    [6, 5],
    [7, 9],
  ]);
  expect(rowsOf(pool(poolingExample, 'mean'))).toEqual([
    [3.5, 2],
    [2.5, 6],
  ]);
});
