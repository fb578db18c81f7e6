import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { runConstraintCase } from '../../../../tools/conformance/constraints';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './constraints.golden.json';
import { NonNeg } from './non-neg';

describe('NonNeg', () => {
  goldenTests(golden, 'NonNeg', runConstraintCase);

  test('prints what the documentation of NonNeg says', () => {
    expectClose(new NonNeg().apply(tf.tensor1d([-1, 2])), [0, 2], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new NonNeg({ unknownOption: 1 } as never)).toThrow(/NonNeg: .* Received: `unknownOption`/);
  });
});
