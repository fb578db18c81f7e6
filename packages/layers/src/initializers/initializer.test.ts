import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { Initializer } from './initializer';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('initializer', () => {
  test('prints what the documentation of Initializer says', () => {
    class Counting extends Initializer {
      override initialize(shape: number[]) {
        return tf.reshape(tf.range(0, tf.util.sizeFromShape(shape)), shape);
      }
    }
    expectClose(
      new Counting().initialize([2, 2]),
      [
        [0, 1],
        [2, 3],
      ],
      { rtol: 0, atol: 6e-5 },
    );
  });
});
