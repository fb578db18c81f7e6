import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { BinaryIoU } from './binary-iou';
import golden from './metrics.golden.json';

describe('BinaryIoU', () => {
  goldenTests(golden, 'BinaryIoU', runMetricCase);

  test('prints what the documentation of BinaryIoU says', () => {
    const metric = new BinaryIoU({ threshold: 0.3 });
    metric.updateState(tf.tensor1d([0, 1, 0, 1]), tf.tensor1d([0.1, 0.2, 0.4, 0.7]));
    expectClose(metric.result().dataSync(), [0.3333], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new BinaryIoU({ unknownOption: 1 } as never)).toThrow(/BinaryIoU: .* Received: `unknownOption`/);
  });
});
