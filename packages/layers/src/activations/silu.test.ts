import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, test } from 'vitest';
import { runFunctionCase } from '../../../../tools/conformance/functions';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './activations.golden.json';
import { glu, hardSilu, mish, silu } from './silu';

describe('silu', () => {
  goldenTests(golden, 'silu', runFunctionCase);
  goldenTests(golden, 'hard_silu', runFunctionCase);
  goldenTests(golden, 'mish', runFunctionCase);
  goldenTests(golden, 'glu', runFunctionCase);

  test('prints what the documentation of silu says', () => {
    expectClose(silu(tf.tensor1d([0, 2])), [0, 1.7616], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of hardSilu says', () => {
    expectClose(hardSilu(tf.tensor1d([-4, 1.5, 4])), [0, 1.125, 4], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of mish says', () => {
    expectClose(mish(tf.tensor1d([0, 2])), [0, 1.944], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of glu says', () => {
    expectClose(glu(tf.tensor1d([3, 0])), [1.5], { rtol: 0, atol: 6e-5 });
  });
});
