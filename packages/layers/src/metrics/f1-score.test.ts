import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { F1Score } from './f1-score';
import golden from './metrics.golden.json';

describe('F1Score', () => {
  goldenTests(golden, 'F1Score', runMetricCase);

  test('prints what the documentation of F1Score says', () => {
    const metric = new F1Score({ threshold: 0.5 });
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
    expectClose(metric.result(), [0.5, 0.8, 0.6667], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new F1Score({ unknownOption: 1 } as never)).toThrow(/F1Score: .* Received: `unknownOption`/);
  });
});
