import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runRegularizerCase } from '../../../../tools/conformance/regularizers';
import { L1L2 } from './l1-l2';
import golden from './regularizers.golden.json';

describe('L1L2', () => {
  goldenTests(golden, 'L1L2', runRegularizerCase);

  test('prints what the documentation of L1L2 says', () => {
    expectClose(new L1L2({ l1: 0.1, l2: 0.01 }).apply(tf.tensor1d([1, -2])), 0.35, { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new L1L2({ unknownOption: 1 } as never)).toThrow(/L1L2: .* Received: `unknownOption`/);
  });
});
