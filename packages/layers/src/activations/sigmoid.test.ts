import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, test } from 'vitest';
import { runFunctionCase } from '../../../../tools/conformance/functions';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './activations.golden.json';
import { hardSigmoid, logSigmoid, sigmoid, sparseSigmoid } from './sigmoid';

describe('sigmoid', () => {
  goldenTests(golden, 'sigmoid', runFunctionCase);
  goldenTests(golden, 'hard_sigmoid', runFunctionCase);
  goldenTests(golden, 'log_sigmoid', runFunctionCase);
  goldenTests(golden, 'sparse_sigmoid', runFunctionCase);

  test('prints what the documentation of sigmoid says', () => {
    expectClose(sigmoid(tf.tensor1d([0, 2])), [0.5, 0.8808], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of hardSigmoid says', () => {
    expectClose(hardSigmoid(tf.tensor1d([-4, 0, 1.5])), [0, 0.5, 0.75], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of logSigmoid says', () => {
    expectClose(logSigmoid(tf.tensor1d([0])), [-Math.LN2], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of sparseSigmoid says', () => {
    expectClose(sparseSigmoid(tf.tensor1d([-2, 0, 2])), [0, 0.5, 1], { rtol: 0, atol: 6e-5 });
  });
});
