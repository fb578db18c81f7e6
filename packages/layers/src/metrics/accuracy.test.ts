import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { Accuracy } from './accuracy';
import golden from './metrics.golden.json';

describe('Accuracy', () => {
  goldenTests(golden, 'Accuracy', runMetricCase);

  test('prints what the documentation of Accuracy says', () => {
    const metric = new Accuracy();
    metric.updateState(tf.tensor1d([1, 2, 3, 4]), tf.tensor1d([0, 2, 3, 4]));
    expectClose(metric.result().dataSync(), [0.75], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Accuracy({ unknownOption: 1 } as never)).toThrow(/Accuracy: .* Received: `unknownOption`/);
  });
});
