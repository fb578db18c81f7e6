import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { RootMeanSquaredError } from './root-mean-squared-error';

describe('RootMeanSquaredError', () => {
  goldenTests(golden, 'RootMeanSquaredError', runMetricCase);

  test('prints what the documentation of RootMeanSquaredError says', () => {
    const metric = new RootMeanSquaredError();
    metric.updateState(
      tf.tensor2d([
        [0, 1],
        [0, 0],
      ]),
      tf.tensor2d([
        [1, 1],
        [0, 0],
      ]),
    );
    expectClose(metric.result().dataSync(), [0.5], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new RootMeanSquaredError({ unknownOption: 1 } as never)).toThrow(
      /RootMeanSquaredError: .* Received: `unknownOption`/,
    );
  });
});
