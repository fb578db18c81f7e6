import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, test } from 'vitest';
import { runFunctionCase } from '../../../../tools/conformance/functions';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './activations.golden.json';
import { exponential, linear } from './linear';

describe('linear', () => {
  goldenTests(golden, 'linear', runFunctionCase);
  goldenTests(golden, 'exponential', runFunctionCase);

  test('prints what the documentation of linear says', () => {
    expectClose(linear(tf.tensor1d([-1, 2])), [-1, 2], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of exponential says', () => {
    expectClose(exponential(tf.tensor1d([0, 1])), [1, Math.E], { rtol: 0, atol: 6e-5 });
  });
});
