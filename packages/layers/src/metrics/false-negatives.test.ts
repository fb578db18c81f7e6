import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { FalseNegatives } from './false-negatives';
import golden from './metrics.golden.json';

describe('FalseNegatives', () => {
  goldenTests(golden, 'FalseNegatives', runMetricCase);

  test('prints what the documentation of FalseNegatives says', () => {
    const metric = new FalseNegatives();
    metric.updateState(tf.tensor1d([0, 1, 1, 1]), tf.tensor1d([0.8, 0.9, 0.7, 0.1]));
    expectClose(metric.result().dataSync(), [1], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new FalseNegatives({ unknownOption: 1 } as never)).toThrow(
      /FalseNegatives: .* Received: `unknownOption`/,
    );
  });
});
