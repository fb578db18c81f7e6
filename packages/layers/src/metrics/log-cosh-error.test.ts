import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { LogCoshError } from './log-cosh-error';
import golden from './metrics.golden.json';

describe('LogCoshError', () => {
  goldenTests(golden, 'LogCoshError', runMetricCase);

  test('prints what the documentation of LogCoshError says', () => {
    const metric = new LogCoshError();
    metric.updateState(tf.tensor2d([[0, 0]]), tf.tensor2d([[1, 0]]));
    expectClose(metric.result().dataSync(), [0.2169], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new LogCoshError({ unknownOption: 1 } as never)).toThrow(/LogCoshError: .* Received: `unknownOption`/);
  });
});
