import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, test } from 'vitest';
import { runFunctionCase } from '../../../../tools/conformance/functions';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './activations.golden.json';
import { gelu } from './gelu';

describe('gelu', () => {
  goldenTests(golden, 'gelu', runFunctionCase);

  test('prints what the documentation of gelu says', () => {
    expectClose(gelu(tf.tensor1d([-1, 1])), [-0.1587, 0.8413], { rtol: 0, atol: 6e-5 });
  });
});
