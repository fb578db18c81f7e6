import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { signedLabels } from './signed-labels';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('signedLabels', () => {
  test('reads 0 and 1 as -1 and 1', () => {
    expectClose(
      signedLabels(
        tf.tensor2d([
          [0, 1],
          [1, 1],
        ]),
      ),
      [
        [-1, 1],
        [1, 1],
      ],
    );
  });

  test('leaves a batch alone that has any other value', () => {
    expectClose(signedLabels(tf.tensor1d([-1, 1, 0])), [-1, 1, 0]);
  });
});
