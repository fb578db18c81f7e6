import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { PearsonCorrelation } from './pearson-correlation';

describe('PearsonCorrelation', () => {
  goldenTests(golden, 'PearsonCorrelation', runMetricCase);

  test('prints what the documentation of PearsonCorrelation says', () => {
    const metric = new PearsonCorrelation();
    metric.updateState(tf.tensor2d([[0, 1, 0.5]]), tf.tensor2d([[0.1, 0.9, 0.5]]));
    expectClose(metric.result().dataSync(), [1], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new PearsonCorrelation({ unknownOption: 1 } as never)).toThrow(
      /PearsonCorrelation: .* Received: `unknownOption`/,
    );
  });
});
