import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { squeezeOrExpand } from './squeeze-or-expand';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('squeeze-or-expand', () => {
  test('prints what the documentation of squeezeOrExpand says', () => {
    expect(squeezeOrExpand(tf.zeros([3, 1]), tf.zeros([3]))[1].shape).toEqual([3, 1]);
  });
});
