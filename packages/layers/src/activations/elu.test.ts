import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, test } from 'vitest';
import { runFunctionCase } from '../../../../tools/conformance/functions';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './activations.golden.json';
import { celu, elu, selu } from './elu';

describe('elu', () => {
  goldenTests(golden, 'elu', runFunctionCase);
  goldenTests(golden, 'selu', runFunctionCase);
  goldenTests(golden, 'celu', runFunctionCase);

  test('prints what the documentation of elu says', () => {
    expectClose(elu(tf.tensor1d([-1, 2])), [-0.6321, 2], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of selu says', () => {
    expectClose(selu(tf.tensor1d([-1, 2])), [-1.1113, 2.1014], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of celu says', () => {
    expectClose(celu(tf.tensor1d([-1, 2]), { alpha: 2 }), [-0.7869, 2], { rtol: 0, atol: 6e-5 });
  });
});
