import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, test } from 'vitest';
import { runFunctionCase } from '../../../../tools/conformance/functions';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './activations.golden.json';
import { hardShrink, softShrink, threshold } from './shrink';

describe('shrink', () => {
  goldenTests(golden, 'soft_shrink', runFunctionCase);
  goldenTests(golden, 'hard_shrink', runFunctionCase);
  goldenTests(golden, 'threshold', runFunctionCase);

  test('prints what the documentation of softShrink says', () => {
    expectClose(softShrink(tf.tensor1d([-1, 0.3, 1])), [-0.5, 0, 0.5], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of hardShrink says', () => {
    expectClose(hardShrink(tf.tensor1d([-1, 0.3, 1])), [-1, 0, 1], { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of threshold says', () => {
    expectClose(threshold(tf.tensor1d([-1, 2]), { threshold: 0, defaultValue: 7 }), [7, 2], { rtol: 0, atol: 6e-5 });
  });
});
