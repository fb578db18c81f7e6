import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runRegularizerCase } from '../../../../tools/conformance/regularizers';
import { L1 } from './l1';
import golden from './regularizers.golden.json';

describe('L1', () => {
  goldenTests(golden, 'L1', runRegularizerCase);

  test('prints what the documentation of L1 says', () => {
    expectClose(new L1({ l1: 0.1 }).apply(tf.tensor1d([1, -2])), 0.3, { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new L1({ unknownOption: 1 } as never)).toThrow(/L1: .* Received: `unknownOption`/);
  });
});
