import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { CategoricalHinge, categoricalHinge } from './categorical-hinge';
import golden from './losses.golden.json';

describe('CategoricalHinge', () => {
  goldenTests(golden, 'CategoricalHinge', runLossCase);

  test('prints what the documentation of categoricalHinge says', () => {
    expectClose(categoricalHinge(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.6, 0.4]])), [1.2], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of CategoricalHinge says', () => {
    expectClose(new CategoricalHinge().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.6, 0.4]])), 1.2, {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CategoricalHinge({ unknownOption: 1 } as never)).toThrow(
      /CategoricalHinge: .* Received: `unknownOption`/,
    );
  });
});
