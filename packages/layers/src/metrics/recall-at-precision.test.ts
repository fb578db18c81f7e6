import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { RecallAtPrecision } from './recall-at-precision';

describe('RecallAtPrecision', () => {
  goldenTests(golden, 'RecallAtPrecision', runMetricCase);

  test('prints what the documentation of RecallAtPrecision says', () => {
    const metric = new RecallAtPrecision({ precision: 0.5 });
    metric.updateState(tf.tensor1d([0, 0, 0, 1, 1]), tf.tensor1d([0, 0.3, 0.8, 0.3, 0.8]));
    expectClose(metric.result().dataSync(), [1], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new RecallAtPrecision({ unknownOption: 1 } as never)).toThrow(
      /RecallAtPrecision: .* Received: `unknownOption`/,
    );
  });
});
