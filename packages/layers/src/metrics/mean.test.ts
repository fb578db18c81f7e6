import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { Mean } from './mean';
import golden from './metrics.golden.json';

describe('Mean', () => {
  goldenTests(golden, 'Mean', runMetricCase);

  test('prints what the documentation of Mean says', () => {
    const mean = new Mean();
    mean.updateState(tf.tensor1d([1, 3, 5, 7]), { sampleWeight: tf.tensor1d([1, 1, 0, 0]) });
    expectClose(mean.result().dataSync(), [2], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Mean({ unknownOption: 1 } as never)).toThrow(/Mean: .* Received: `unknownOption`/);
  });
});
