import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { BinaryCrossentropy } from './binary-crossentropy';
import golden from './metrics.golden.json';

describe('BinaryCrossentropy', () => {
  goldenTests(golden, 'BinaryCrossentropy', runMetricCase);

  test('prints what the documentation of BinaryCrossentropy says', () => {
    const metric = new BinaryCrossentropy({ fromLogits: true });
    metric.updateState(tf.tensor2d([[0], [1]]), tf.tensor2d([[0], [0]]));
    expectClose(metric.result().dataSync(), [Math.LN2], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new BinaryCrossentropy({ unknownOption: 1 } as never)).toThrow(
      /BinaryCrossentropy: .* Received: `unknownOption`/,
    );
  });
});
