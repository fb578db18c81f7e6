import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { CategoricalAccuracy } from './categorical-accuracy';
import golden from './metrics.golden.json';

describe('CategoricalAccuracy', () => {
  goldenTests(golden, 'CategoricalAccuracy', runMetricCase);

  test('prints what the documentation of CategoricalAccuracy says', () => {
    const metric = new CategoricalAccuracy();
    metric.updateState(
      tf.tensor2d([
        [0, 1],
        [1, 0],
      ]),
      tf.tensor2d([
        [0.1, 0.9],
        [0.2, 0.8],
      ]),
    );
    expectClose(metric.result().dataSync(), [0.5], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CategoricalAccuracy({ unknownOption: 1 } as never)).toThrow(
      /CategoricalAccuracy: .* Received: `unknownOption`/,
    );
  });
});
