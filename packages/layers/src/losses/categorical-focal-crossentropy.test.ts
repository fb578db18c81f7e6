import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { CategoricalFocalCrossentropy, categoricalFocalCrossentropy } from './categorical-focal-crossentropy';
import golden from './losses.golden.json';

describe('CategoricalFocalCrossentropy', () => {
  goldenTests(golden, 'CategoricalFocalCrossentropy', runLossCase);

  test('prints what the documentation of categoricalFocalCrossentropy says', () => {
    expectClose(categoricalFocalCrossentropy(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.4, 0.6]])), [0.0204], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('prints what the documentation of CategoricalFocalCrossentropy says', () => {
    expectClose(new CategoricalFocalCrossentropy().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.4, 0.6]])), 0.0204, {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CategoricalFocalCrossentropy({ unknownOption: 1 } as never)).toThrow(
      /CategoricalFocalCrossentropy: .* Received: `unknownOption`/,
    );
  });
});
