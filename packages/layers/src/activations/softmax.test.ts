import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, test } from 'vitest';
import { runFunctionCase } from '../../../../tools/conformance/functions';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './activations.golden.json';
import { logSoftmax, softmax, sparsemax } from './softmax';

describe('softmax', () => {
  goldenTests(golden, 'softmax', runFunctionCase);
  goldenTests(golden, 'log_softmax', runFunctionCase);
  goldenTests(golden, 'sparsemax', runFunctionCase);

  test('prints what the documentation of softmax says', () => {
    expectClose(softmax(tf.tensor2d([[0, Math.log(3)]])), [[0.25, 0.75]], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of logSoftmax says', () => {
    expectClose(logSoftmax(tf.tensor2d([[0, 0]])), [[-Math.LN2, -Math.LN2]], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of sparsemax says', () => {
    expectClose(sparsemax(tf.tensor2d([[2, 0.3, -2]])), [[1, 0, 0]], { rtol: 0, atol: 6e-5 });
  });
});
