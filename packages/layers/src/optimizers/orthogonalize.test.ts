import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { orthogonalize } from './orthogonalize';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('orthogonalize', () => {
  test('prints what the documentation of orthogonalize says', () => {
    orthogonalize(
      tf.tensor2d([
        [3, 0],
        [0, 1],
      ]),
      { coefficients: [3.4445, -4.775, 2.0315], steps: 5 },
    );
  });
});
