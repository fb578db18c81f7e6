import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import golden from './losses.golden.json';
import { SquaredHinge, squaredHinge } from './squared-hinge';

describe('SquaredHinge', () => {
  goldenTests(golden, 'SquaredHinge', runLossCase);

  test('prints what the documentation of squaredHinge says', () => {
    expectClose(squaredHinge(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]])), [1.25], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of SquaredHinge says', () => {
    expectClose(new SquaredHinge().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]])), 1.25, {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new SquaredHinge({ unknownOption: 1 } as never)).toThrow(/SquaredHinge: .* Received: `unknownOption`/);
  });
});
