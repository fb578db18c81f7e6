import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, test } from 'vitest';
import { runFunctionCase } from '../../../../tools/conformance/functions';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './activations.golden.json';
import { hardTanh, tanh, tanhShrink } from './tanh';

describe('tanh', () => {
  goldenTests(golden, 'tanh', runFunctionCase);
  goldenTests(golden, 'hard_tanh', runFunctionCase);
  goldenTests(golden, 'tanh_shrink', runFunctionCase);

  test('prints what the documentation of tanh says', () => {
    expectClose(tanh(tf.tensor1d([0, 1])), [0, 0.7616], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of hardTanh says', () => {
    expectClose(hardTanh(tf.tensor1d([-2, 0.5, 2])), [-1, 0.5, 1], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of tanhShrink says', () => {
    expectClose(tanhShrink(tf.tensor1d([0, 1])), [0, 0.2384], { rtol: 0, atol: 6e-5 });
  });
});
