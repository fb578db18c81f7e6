import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { BinaryFocalCrossentropy, binaryFocalCrossentropy } from './binary-focal-crossentropy';
import golden from './losses.golden.json';

describe('BinaryFocalCrossentropy', () => {
  goldenTests(golden, 'BinaryFocalCrossentropy', runLossCase);

  test('prints what the documentation of binaryFocalCrossentropy says', () => {
    expectClose(binaryFocalCrossentropy(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.6, 0.9]])), [0.1655], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('prints what the documentation of BinaryFocalCrossentropy says', () => {
    expectClose(new BinaryFocalCrossentropy().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.6, 0.9]])), 0.1655, {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new BinaryFocalCrossentropy({ unknownOption: 1 } as never)).toThrow(
      /BinaryFocalCrossentropy: .* Received: `unknownOption`/,
    );
  });
});
