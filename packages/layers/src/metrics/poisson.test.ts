import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { Poisson } from './poisson';

describe('Poisson', () => {
  goldenTests(golden, 'Poisson', runMetricCase);

  test('prints what the documentation of Poisson says', () => {
    const metric = new Poisson();
    metric.updateState(tf.tensor2d([[1, 2]]), tf.tensor2d([[1, 2]]));
    expectClose(metric.result().dataSync(), [0.8069], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Poisson({ unknownOption: 1 } as never)).toThrow(/Poisson: .* Received: `unknownOption`/);
  });
});
