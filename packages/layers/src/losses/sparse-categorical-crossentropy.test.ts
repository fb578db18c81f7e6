import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import golden from './losses.golden.json';
import { SparseCategoricalCrossentropy, sparseCategoricalCrossentropy } from './sparse-categorical-crossentropy';

describe('SparseCategoricalCrossentropy', () => {
  goldenTests(golden, 'SparseCategoricalCrossentropy', runLossCase);

  test('prints what the documentation of sparseCategoricalCrossentropy says', () => {
    expectClose(sparseCategoricalCrossentropy(tf.tensor1d([1], 'int32'), tf.tensor2d([[0.05, 0.95, 0]])), [0.0513], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('prints what the documentation of SparseCategoricalCrossentropy says', () => {
    const loss = new SparseCategoricalCrossentropy({ fromLogits: true });
    expectClose(loss.apply(tf.tensor1d([1], 'int32'), tf.tensor2d([[0, 0]])), Math.LN2, { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new SparseCategoricalCrossentropy({ unknownOption: 1 } as never)).toThrow(
      /SparseCategoricalCrossentropy: .* Received: `unknownOption`/,
    );
  });
});
