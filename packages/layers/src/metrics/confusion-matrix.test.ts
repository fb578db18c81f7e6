import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { ConfusionMatrix } from './confusion-matrix';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('ConfusionMatrix', () => {
  test('prints what the documentation of ConfusionMatrix says', () => {
    const metric = new ConfusionMatrix({ numClasses: 2 });
    metric.updateState(
      tf.tensor1d([0, 1, 1], 'int32'),
      tf.tensor2d([
        [0.9, 0.1],
        [0.8, 0.2],
        [0.3, 0.7],
      ]),
    );
    expectClose(
      metric.result(),
      [
        [1, 0],
        [1, 1],
      ],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new ConfusionMatrix({ unknownOption: 1 } as never)).toThrow(
      /ConfusionMatrix: .* Received: `unknownOption`/,
    );
  });
});
