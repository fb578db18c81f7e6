import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { normsOf, withNorms } from './norms';

beforeAll(async () => {
  await useBackend('cpu');
});

test('takes norms over one axis or several, which stay', () => {
  const weight = tf.ones([2, 2, 4]);
  expect(normsOf(weight, 0).shape).toEqual([1, 2, 4]);
  expectClose(normsOf(weight, [0, 1]), [[[2, 2, 2, 2]]]);
});

test('gives a weight other norms, and a zero weight none', () => {
  const weight = tf.tensor2d([
    [3, 0],
    [4, 0],
  ]);
  expectClose(withNorms(weight, normsOf(weight, 0), tf.tensor2d([[10, 10]])), [
    [6, 0],
    [8, 0],
  ]);
});
