import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { CategoricalCrossentropy, categoricalCrossentropy } from './categorical-crossentropy';
import golden from './losses.golden.json';

describe('CategoricalCrossentropy', () => {
  goldenTests(golden, 'CategoricalCrossentropy', runLossCase);

  test('prints what the documentation of categoricalCrossentropy says', () => {
    expectClose(categoricalCrossentropy(tf.tensor2d([[0, 1, 0]]), tf.tensor2d([[0.05, 0.95, 0]])), [0.0513], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('prints what the documentation of CategoricalCrossentropy says', () => {
    expectClose(
      new CategoricalCrossentropy({ fromLogits: true }).apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0, 0]])),
      Math.LN2,
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new CategoricalCrossentropy({ unknownOption: 1 } as never)).toThrow(
      /CategoricalCrossentropy: .* Received: `unknownOption`/,
    );
  });
});
