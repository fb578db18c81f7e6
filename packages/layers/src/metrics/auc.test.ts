import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { AUC } from './auc';
import golden from './metrics.golden.json';

describe('AUC', () => {
  goldenTests(golden, 'AUC', runMetricCase);

  test('prints what the documentation of AUC says', () => {
    const metric = new AUC({ numThresholds: 3 });
    metric.updateState(tf.tensor1d([0, 0, 1, 1]), tf.tensor1d([0, 0.5, 0.3, 0.9]));
    expectClose(metric.result().dataSync(), [0.75], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new AUC({ unknownOption: 1 } as never)).toThrow(/AUC: .* Received: `unknownOption`/);
  });
});
