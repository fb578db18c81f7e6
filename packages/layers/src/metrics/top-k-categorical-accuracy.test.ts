import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { TopKCategoricalAccuracy } from './top-k-categorical-accuracy';

describe('TopKCategoricalAccuracy', () => {
  goldenTests(golden, 'TopKCategoricalAccuracy', runMetricCase);

  test('prints what the documentation of TopKCategoricalAccuracy says', () => {
    const metric = new TopKCategoricalAccuracy({ k: 1 });
    metric.updateState(
      tf.tensor2d([
        [0, 0, 1],
        [0, 1, 0],
      ]),
      tf.tensor2d([
        [0.1, 0.9, 0.8],
        [0.05, 0.95, 0],
      ]),
    );
    expectClose(metric.result().dataSync(), [0.5], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new TopKCategoricalAccuracy({ unknownOption: 1 } as never)).toThrow(
      /TopKCategoricalAccuracy: .* Received: `unknownOption`/,
    );
  });
});
