import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { SpecificityAtSensitivity } from './specificity-at-sensitivity';

describe('SpecificityAtSensitivity', () => {
  goldenTests(golden, 'SpecificityAtSensitivity', runMetricCase);

  test('prints what the documentation of SpecificityAtSensitivity says', () => {
    const metric = new SpecificityAtSensitivity({ sensitivity: 0.5 });
    metric.updateState(tf.tensor1d([0, 0, 0, 1, 1]), tf.tensor1d([0, 0.3, 0.8, 0.3, 0.8]));
    expectClose(metric.result().dataSync(), [0.6667], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new SpecificityAtSensitivity({ unknownOption: 1 } as never)).toThrow(
      /SpecificityAtSensitivity: .* Received: `unknownOption`/,
    );
  });
});
