import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { MeanIoU } from './mean-iou';
import golden from './metrics.golden.json';

describe('MeanIoU', () => {
  goldenTests(golden, 'MeanIoU', runMetricCase);

  test('prints what the documentation of MeanIoU says', () => {
    const metric = new MeanIoU({ numClasses: 2 });
    metric.updateState(tf.tensor1d([0, 0, 1, 1], 'int32'), tf.tensor1d([0, 1, 0, 1], 'int32'));
    expectClose(metric.result().dataSync(), [0.3333], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new MeanIoU({ unknownOption: 1 } as never)).toThrow(/MeanIoU: .* Received: `unknownOption`/);
  });
});
