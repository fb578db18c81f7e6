import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { SquaredHinge } from './squared-hinge';

describe('SquaredHinge', () => {
  goldenTests(golden, 'SquaredHinge', runMetricCase);

  test('prints what the documentation of SquaredHinge says', () => {
    const metric = new SquaredHinge();
    metric.updateState(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]]));
    expectClose(metric.result().dataSync(), [1.25], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new SquaredHinge({ unknownOption: 1 } as never)).toThrow(/SquaredHinge: .* Received: `unknownOption`/);
  });
});
