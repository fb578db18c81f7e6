import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { MeanAbsoluteError } from './mean-absolute-error';
import golden from './metrics.golden.json';

describe('MeanAbsoluteError', () => {
  goldenTests(golden, 'MeanAbsoluteError', runMetricCase);

  test('prints what the documentation of MeanAbsoluteError says', () => {
    const metric = new MeanAbsoluteError();
    metric.updateState(
      tf.tensor2d([
        [0, 1],
        [0, 0],
      ]),
      tf.tensor2d([
        [1, 1],
        [1, 0],
      ]),
    );
    expectClose(metric.result().dataSync(), [0.5], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new MeanAbsoluteError({ unknownOption: 1 } as never)).toThrow(
      /MeanAbsoluteError: .* Received: `unknownOption`/,
    );
  });
});
