import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import {
  CategoricalGeneralizedCrossEntropy,
  categoricalGeneralizedCrossEntropy,
} from './categorical-generalized-cross-entropy';
import golden from './losses.golden.json';

describe('CategoricalGeneralizedCrossEntropy', () => {
  goldenTests(golden, 'CategoricalGeneralizedCrossEntropy', runLossCase);

  test('prints what the documentation of categoricalGeneralizedCrossEntropy says', () => {
    expectClose(categoricalGeneralizedCrossEntropy(tf.tensor1d([1], 'int32'), tf.tensor2d([[0.75, 0.25]])), [1], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('prints what the documentation of CategoricalGeneralizedCrossEntropy says', () => {
    const loss = new CategoricalGeneralizedCrossEntropy();
    expectClose(loss.apply(tf.tensor1d([1], 'int32'), tf.tensor2d([[0.75, 0.25]])), 1, { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CategoricalGeneralizedCrossEntropy({ unknownOption: 1 } as never)).toThrow(
      /CategoricalGeneralizedCrossEntropy: .* Received: `unknownOption`/,
    );
  });
});
