import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { OneHotIoU } from './one-hot-iou';

describe('OneHotIoU', () => {
  goldenTests(golden, 'OneHotIoU', runMetricCase);

  test('prints what the documentation of OneHotIoU says', () => {
    const metric = new OneHotIoU({ numClasses: 2, targetClassIds: [0, 1] });
    metric.updateState(
      tf.tensor2d([
        [1, 0],
        [0, 1],
      ]),
      tf.tensor2d([
        [0.8, 0.2],
        [0.6, 0.4],
      ]),
    );
    expectClose(metric.result().dataSync(), [0.25], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new OneHotIoU({ unknownOption: 1 } as never)).toThrow(/OneHotIoU: .* Received: `unknownOption`/);
  });
});
