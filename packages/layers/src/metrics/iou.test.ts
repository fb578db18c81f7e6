import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { IoU } from './iou';
import golden from './metrics.golden.json';

describe('IoU', () => {
  goldenTests(golden, 'IoU', runMetricCase);

  test('prints what the documentation of IoU says', () => {
    const metric = new IoU({ numClasses: 2, targetClassIds: [0] });
    metric.updateState(tf.tensor1d([0, 0, 1, 1], 'int32'), tf.tensor1d([0, 1, 0, 1], 'int32'));
    expectClose(metric.result().dataSync(), [0.3333], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new IoU({ unknownOption: 1 } as never)).toThrow(/IoU: .* Received: `unknownOption`/);
  });
});
