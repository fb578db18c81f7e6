import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, test } from 'vitest';
import { runFunctionCase } from '../../../../tools/conformance/functions';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './activations.golden.json';
import { leakyRelu, relu, relu6 } from './relu';

describe('relu', () => {
  goldenTests(golden, 'relu', runFunctionCase);
  goldenTests(golden, 'leaky_relu', runFunctionCase);
  goldenTests(golden, 'relu6', runFunctionCase);

  test('prints what the documentation of relu says', () => {
    expectClose(relu(tf.tensor1d([-1, 2])), [0, 2], { rtol: 0, atol: 6e-5 });
    expectClose(relu(tf.tensor1d([-1, 2]), { negativeSlope: 0.5, maxValue: 1 }), [-0.5, 1], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of leakyRelu says', () => {
    expectClose(leakyRelu(tf.tensor1d([-1, 2])), [-0.2, 2], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of relu6 says', () => {
    expectClose(relu6(tf.tensor1d([-1, 2, 8])), [0, 2, 6], { rtol: 0, atol: 6e-5 });
  });
});
