import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { CalibrationError } from './calibration-error';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('CalibrationError', () => {
  test('prints what the documentation of CalibrationError says', () => {
    const metric = new CalibrationError({ numBins: 10 });
    metric.updateState(
      tf.tensor1d([0, 1], 'int32'),
      tf.tensor2d([
        [0.75, 0.25],
        [0.75, 0.25],
      ]),
    );
    expectClose(metric.result().dataSync(), [0.25], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CalibrationError({ unknownOption: 1 } as never)).toThrow(
      /CalibrationError: .* Received: `unknownOption`/,
    );
  });
});
