import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import golden from './losses.golden.json';
import { MeanAbsoluteError, meanAbsoluteError } from './mean-absolute-error';

describe('MeanAbsoluteError', () => {
  goldenTests(golden, 'MeanAbsoluteError', runLossCase);

  test('prints what the documentation of meanAbsoluteError says', () => {
    expectClose(
      meanAbsoluteError(
        tf.tensor2d([
          [0, 1],
          [0, 0],
        ]),
        tf.tensor2d([
          [1, 1],
          [3, 0],
        ]),
      ),
      [0.5, 1.5],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('prints what the documentation of MeanAbsoluteError says', () => {
    expectClose(
      new MeanAbsoluteError().apply(
        tf.tensor2d([
          [0, 1],
          [0, 0],
        ]),
        tf.tensor2d([
          [1, 1],
          [3, 0],
        ]),
      ),
      1,
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new MeanAbsoluteError({ unknownOption: 1 } as never)).toThrow(
      /MeanAbsoluteError: .* Received: `unknownOption`/,
    );
  });
});
