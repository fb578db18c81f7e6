import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { normalize } from './normalize';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('normalize', () => {
  test('divides by the length', () => {
    expect(
      normalize(
        tf.tensor2d([
          [4, 4],
          [0, 0],
        ]),
        { order: 1 },
      ).arraySync(),
    ).toEqual([
      [0.5, 0.5],
      [0, 0],
    ]);
  });
});
