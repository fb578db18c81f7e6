import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { BinaryCrossentropy, binaryCrossentropy } from './binary-crossentropy';
import golden from './losses.golden.json';

describe('BinaryCrossentropy', () => {
  goldenTests(golden, 'BinaryCrossentropy', runLossCase);

  test('prints what the documentation of binaryCrossentropy says', () => {
    expectClose(
      binaryCrossentropy(
        tf.tensor2d([
          [0, 1],
          [0, 0],
        ]),
        tf.tensor2d([
          [0.6, 0.4],
          [0.4, 0.6],
        ]),
      ),
      [0.9163, 0.7136],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('prints what the documentation of BinaryCrossentropy says', () => {
    expectClose(
      new BinaryCrossentropy({ fromLogits: true }).apply(tf.tensor2d([[0], [1]]), tf.tensor2d([[0], [0]])),
      Math.LN2,
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new BinaryCrossentropy({ unknownOption: 1 } as never)).toThrow(
      /BinaryCrossentropy: .* Received: `unknownOption`/,
    );
  });
});
