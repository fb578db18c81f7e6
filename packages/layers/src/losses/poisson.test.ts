import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import golden from './losses.golden.json';
import { Poisson, poisson } from './poisson';

describe('Poisson', () => {
  goldenTests(golden, 'Poisson', runLossCase);

  test('prints what the documentation of poisson says', () => {
    expectClose(poisson(tf.tensor2d([[1, 2]]), tf.tensor2d([[1, 2]])), [0.8069], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of Poisson says', () => {
    expectClose(new Poisson().apply(tf.tensor2d([[1, 2]]), tf.tensor2d([[1, 2]])), 0.8069, { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Poisson({ unknownOption: 1 } as never)).toThrow(/Poisson: .* Received: `unknownOption`/);
  });
});
