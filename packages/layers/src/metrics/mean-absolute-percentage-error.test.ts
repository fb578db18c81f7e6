import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { MeanAbsolutePercentageError } from './mean-absolute-percentage-error';
import golden from './metrics.golden.json';

describe('MeanAbsolutePercentageError', () => {
  goldenTests(golden, 'MeanAbsolutePercentageError', runMetricCase);

  test('prints what the documentation of MeanAbsolutePercentageError says', () => {
    const metric = new MeanAbsolutePercentageError();
    metric.updateState(tf.tensor2d([[2, 4]]), tf.tensor2d([[1, 5]]));
    expectClose(metric.result().dataSync(), [37.5], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new MeanAbsolutePercentageError({ unknownOption: 1 } as never)).toThrow(
      /MeanAbsolutePercentageError: .* Received: `unknownOption`/,
    );
  });
});
