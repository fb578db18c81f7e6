import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { runConstraintCase } from '../../../../tools/conformance/constraints';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import golden from './constraints.golden.json';
import { MinMaxNorm } from './min-max-norm';

describe('MinMaxNorm', () => {
  goldenTests(golden, 'MinMaxNorm', runConstraintCase);

  test('prints what the documentation of MinMaxNorm says', () => {
    expectClose(new MinMaxNorm({ maxValue: 2.5 }).apply(tf.tensor2d([[3], [4]])), [[1.5], [2]], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new MinMaxNorm({ unknownOption: 1 } as never)).toThrow(/MinMaxNorm: .* Received: `unknownOption`/);
  });
});
