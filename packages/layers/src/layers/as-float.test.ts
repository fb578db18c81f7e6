import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { asFloat } from './as-float';

beforeAll(async () => {
  await useBackend('cpu');
});

test('asFloat casts whole numbers, and leaves floats as they are', () => {
  const floats = tf.tensor1d([1.5]);
  expect(asFloat(floats)).toBe(floats);
  const cast = asFloat(tf.tensor1d([2], 'int32'));
  expect([cast.dtype, cast.dataSync()[0]]).toEqual(['float32', 2]);
});
