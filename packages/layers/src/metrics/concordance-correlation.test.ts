import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { ConcordanceCorrelation } from './concordance-correlation';
import golden from './metrics.golden.json';

describe('ConcordanceCorrelation', () => {
  goldenTests(golden, 'ConcordanceCorrelation', runMetricCase);

  test('prints what the documentation of ConcordanceCorrelation says', () => {
    const metric = new ConcordanceCorrelation();
    metric.updateState(tf.tensor2d([[0, 1, 0.5]]), tf.tensor2d([[0.1, 0.9, 0.5]]));
    expectClose(metric.result().dataSync(), [0.9756], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new ConcordanceCorrelation({ unknownOption: 1 } as never)).toThrow(
      /ConcordanceCorrelation: .* Received: `unknownOption`/,
    );
  });
});
