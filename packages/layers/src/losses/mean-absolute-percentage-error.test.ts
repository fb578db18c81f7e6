import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import golden from './losses.golden.json';
import { MeanAbsolutePercentageError, meanAbsolutePercentageError } from './mean-absolute-percentage-error';

describe('MeanAbsolutePercentageError', () => {
  goldenTests(golden, 'MeanAbsolutePercentageError', runLossCase);

  test('prints what the documentation of meanAbsolutePercentageError says', () => {
    expectClose(meanAbsolutePercentageError(tf.tensor2d([[2, 4]]), tf.tensor2d([[1, 5]])), [37.5], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('prints what the documentation of MeanAbsolutePercentageError says', () => {
    expectClose(new MeanAbsolutePercentageError().apply(tf.tensor2d([[2, 4]]), tf.tensor2d([[1, 5]])), 37.5, {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new MeanAbsolutePercentageError({ unknownOption: 1 } as never)).toThrow(
      /MeanAbsolutePercentageError: .* Received: `unknownOption`/,
    );
  });
});
