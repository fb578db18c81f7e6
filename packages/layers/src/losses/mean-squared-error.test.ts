import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import golden from './losses.golden.json';
import { MeanSquaredError, meanSquaredError } from './mean-squared-error';

describe('MeanSquaredError', () => {
  goldenTests(golden, 'MeanSquaredError', runLossCase);

  test('prints what the documentation of meanSquaredError says', () => {
    expectClose(
      meanSquaredError(
        tf.tensor2d([
          [0, 1],
          [0, 0],
        ]),
        tf.tensor2d([
          [1, 1],
          [1, 0],
        ]),
      ),
      [0.5, 0.5],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('prints what the documentation of MeanSquaredError says', () => {
    expectClose(
      new MeanSquaredError().apply(
        tf.tensor2d([
          [0, 1],
          [0, 0],
        ]),
        tf.tensor2d([
          [1, 1],
          [1, 0],
        ]),
      ),
      0.5,
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new MeanSquaredError({ unknownOption: 1 } as never)).toThrow(
      /MeanSquaredError: .* Received: `unknownOption`/,
    );
  });
});
