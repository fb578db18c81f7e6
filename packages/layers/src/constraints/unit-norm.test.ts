import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { runConstraintCase } from '../../../../tools/conformance/constraints';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './constraints.golden.json';
import { UnitNorm } from './unit-norm';

describe('UnitNorm', () => {
  goldenTests(golden, 'UnitNorm', runConstraintCase);

  test('prints what the documentation of UnitNorm says', () => {
    expectClose(new UnitNorm().apply(tf.tensor2d([[3], [4]])), [[0.6], [0.8]], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new UnitNorm({ unknownOption: 1 } as never)).toThrow(/UnitNorm: .* Received: `unknownOption`/);
  });
});
