import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { toCategorical } from './to-categorical';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('toCategorical', () => {
  test('puts a 1 at the place of the class', () => {
    expect(toCategorical(tf.tensor1d([0, 2], 'int32')).arraySync()).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });
});
