import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { Recall } from './recall';

describe('Recall', () => {
  goldenTests(golden, 'Recall', runMetricCase);

  test('prints what the documentation of Recall says', () => {
    const metric = new Recall();
    metric.updateState(tf.tensor1d([0, 1, 1, 1]), tf.tensor1d([1, 0, 1, 1]));
    expectClose(metric.result().dataSync(), [0.6667], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Recall({ unknownOption: 1 } as never)).toThrow(/Recall: .* Received: `unknownOption`/);
  });
});
