import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { gaussianKernel, weighNeighbours } from './blur-images';

beforeAll(async () => {
  await useBackend('cpu');
});

test('gaussianKernel is a bell whose sum is 1', () => {
  const [a, b, c] = [Math.exp(-2), Math.exp(-0.5), 1];
  expectClose(
    gaussianKernel(5, 1),
    [a, b, c, b, a].map((weight) => weight / (2 * a + 2 * b + c)),
  );
});

test('gaussianKernel beyond a radius is 0, the rest being that of the smaller size', () => {
  const small = [...gaussianKernel(3, 0.8).dataSync()];
  expectClose(gaussianKernel(7, 0.8, tf.scalar(1)), [0, 0, ...small, 0, 0]);
});

test('weighNeighbours takes each channel by itself, and 0 beyond the edge', () => {
  const images = tf.tensor4d([1, 10, 2, 20, 3, 30], [1, 1, 3, 2]);
  const weighed = weighNeighbours(images, tf.tensor2d([[1, 0, 2]]));
  expect([...weighed.dataSync()]).toEqual([4, 40, 7, 70, 2, 20]);
});
