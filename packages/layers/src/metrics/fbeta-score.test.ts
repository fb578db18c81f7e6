import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { FBetaScore } from './fbeta-score';
import golden from './metrics.golden.json';

describe('FBetaScore', () => {
  goldenTests(golden, 'FBetaScore', runMetricCase);

  test('prints what the documentation of FBetaScore says', () => {
    const metric = new FBetaScore({ beta: 2, threshold: 0.5 });
    metric.updateState(
      tf.tensor2d([
        [1, 1, 1],
        [1, 0, 0],
        [1, 1, 0],
      ]),
      tf.tensor2d([
        [0.2, 0.6, 0.7],
        [0.2, 0.6, 0.6],
        [0.6, 0.8, 0],
      ]),
    );
    expectClose(metric.result(), [0.3846, 0.9091, 0.8333], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new FBetaScore({ unknownOption: 1 } as never)).toThrow(/FBetaScore: .* Received: `unknownOption`/);
  });
});
