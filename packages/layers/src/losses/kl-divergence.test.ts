import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { KLDivergence, klDivergence } from './kl-divergence';
import golden from './losses.golden.json';

describe('KLDivergence', () => {
  goldenTests(golden, 'KLDivergence', runLossCase);

  test('prints what the documentation of klDivergence says', () => {
    expectClose(klDivergence(tf.tensor2d([[0.5, 0.5]]), tf.tensor2d([[0.25, 0.75]])), [0.1438], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('prints what the documentation of KLDivergence says', () => {
    expectClose(new KLDivergence().apply(tf.tensor2d([[0.5, 0.5]]), tf.tensor2d([[0.25, 0.75]])), 0.1438, {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new KLDivergence({ unknownOption: 1 } as never)).toThrow(/KLDivergence: .* Received: `unknownOption`/);
  });
});
