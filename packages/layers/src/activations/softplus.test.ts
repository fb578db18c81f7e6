import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, test } from 'vitest';
import { runFunctionCase } from '../../../../tools/conformance/functions';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './activations.golden.json';
import { softplus, softsign, sparsePlus, squareplus } from './softplus';

describe('softplus', () => {
  goldenTests(golden, 'softplus', runFunctionCase);
  goldenTests(golden, 'softsign', runFunctionCase);
  goldenTests(golden, 'squareplus', runFunctionCase);
  goldenTests(golden, 'sparse_plus', runFunctionCase);

  test('prints what the documentation of softplus says', () => {
    expectClose(softplus(tf.tensor1d([0, 20])), [Math.LN2, 20], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of softsign says', () => {
    expectClose(softsign(tf.tensor1d([-1, 3])), [-0.5, 0.75], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of squareplus says', () => {
    expectClose(squareplus(tf.tensor1d([0, 1.5])), [1, 2], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of sparsePlus says', () => {
    expectClose(sparsePlus(tf.tensor1d([-2, 0, 3])), [0, 0.25, 3], { rtol: 0, atol: 6e-5 });
  });
});
