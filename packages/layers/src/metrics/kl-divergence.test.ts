import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { KLDivergence } from './kl-divergence';
import golden from './metrics.golden.json';

describe('KLDivergence', () => {
  goldenTests(golden, 'KLDivergence', runMetricCase);

  test('prints what the documentation of KLDivergence says', () => {
    const metric = new KLDivergence();
    metric.updateState(tf.tensor2d([[0.5, 0.5]]), tf.tensor2d([[0.25, 0.75]]));
    expectClose(metric.result().dataSync(), [0.1438], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new KLDivergence({ unknownOption: 1 } as never)).toThrow(/KLDivergence: .* Received: `unknownOption`/);
  });
});
