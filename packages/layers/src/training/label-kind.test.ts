import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { labelKind } from './label-kind';

beforeAll(async () => {
  await useBackend('cpu');
});

test.each([
  [[4], [4, 1], 'binary'],
  [[4, 1], [4, 1], 'binary'],
  [[4], [4, 10], 'sparse_categorical'],
  [[4, 1], [4, 10], 'sparse_categorical'],
  [[4, 10], [4, 10], 'categorical'],
  [[4, 5], [4, 5, 10], 'sparse_categorical'],
])('labels %o for predictions %o are %s', (target, prediction, kind) => {
  expect(labelKind(tf.zeros(target), tf.zeros(prediction))).toBe(kind);
});
