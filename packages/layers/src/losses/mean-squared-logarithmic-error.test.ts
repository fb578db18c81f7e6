import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import golden from './losses.golden.json';
import { MeanSquaredLogarithmicError, meanSquaredLogarithmicError } from './mean-squared-logarithmic-error';

describe('MeanSquaredLogarithmicError', () => {
  goldenTests(golden, 'MeanSquaredLogarithmicError', runLossCase);

  test('prints what the documentation of meanSquaredLogarithmicError says', () => {
    expectClose(meanSquaredLogarithmicError(tf.tensor2d([[0, 1]]), tf.tensor2d([[1, 1]])), [0.2402], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('prints what the documentation of MeanSquaredLogarithmicError says', () => {
    expectClose(new MeanSquaredLogarithmicError().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[1, 1]])), 0.2402, {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new MeanSquaredLogarithmicError({ unknownOption: 1 } as never)).toThrow(
      /MeanSquaredLogarithmicError: .* Received: `unknownOption`/,
    );
  });
});
