import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { Sum } from './sum';

describe('Sum', () => {
  goldenTests(golden, 'Sum', runMetricCase);

  test('prints what the documentation of Sum says', () => {
    const sum = new Sum();
    sum.updateState(tf.tensor1d([1, 3, 5, 7]));
    expectClose(sum.result().dataSync(), [16], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Sum({ unknownOption: 1 } as never)).toThrow(/Sum: .* Received: `unknownOption`/);
  });
});
