import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { R2Score } from './r2-score';

describe('R2Score', () => {
  goldenTests(golden, 'R2Score', runMetricCase);

  test('prints what the documentation of R2Score says', () => {
    const metric = new R2Score();
    metric.updateState(tf.tensor2d([[1], [4], [3]]), tf.tensor2d([[2], [4], [4]]));
    expectClose(metric.result().dataSync(), [0.5714], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new R2Score({ unknownOption: 1 } as never)).toThrow(/R2Score: .* Received: `unknownOption`/);
  });
});
