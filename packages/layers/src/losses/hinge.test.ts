import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { Hinge, hinge } from './hinge';
import golden from './losses.golden.json';

describe('Hinge', () => {
  goldenTests(golden, 'Hinge', runLossCase);

  test('prints what the documentation of hinge says', () => {
    expectClose(hinge(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]])), [1], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of Hinge says', () => {
    expectClose(new Hinge().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]])), 1, { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Hinge({ unknownOption: 1 } as never)).toThrow(/Hinge: .* Received: `unknownOption`/);
  });
});
