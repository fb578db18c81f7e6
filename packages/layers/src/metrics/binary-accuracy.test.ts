import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { BinaryAccuracy } from './binary-accuracy';
import golden from './metrics.golden.json';

describe('BinaryAccuracy', () => {
  goldenTests(golden, 'BinaryAccuracy', runMetricCase);

  test('prints what the documentation of BinaryAccuracy says', () => {
    const metric = new BinaryAccuracy();
    metric.updateState(tf.tensor2d([[1], [1], [0], [0]]), tf.tensor2d([[0.98], [1], [0], [0.6]]));
    expectClose(metric.result().dataSync(), [0.75], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new BinaryAccuracy({ unknownOption: 1 } as never)).toThrow(
      /BinaryAccuracy: .* Received: `unknownOption`/,
    );
  });
});
