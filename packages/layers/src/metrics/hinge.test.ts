import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { Hinge } from './hinge';
import golden from './metrics.golden.json';

describe('Hinge', () => {
  goldenTests(golden, 'Hinge', runMetricCase);

  test('prints what the documentation of Hinge says', () => {
    const metric = new Hinge();
    metric.updateState(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]]));
    expectClose(metric.result().dataSync(), [1], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Hinge({ unknownOption: 1 } as never)).toThrow(/Hinge: .* Received: `unknownOption`/);
  });
});
