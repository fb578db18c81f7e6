import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { CategoricalHinge } from './categorical-hinge';
import golden from './metrics.golden.json';

describe('CategoricalHinge', () => {
  goldenTests(golden, 'CategoricalHinge', runMetricCase);

  test('prints what the documentation of CategoricalHinge says', () => {
    const metric = new CategoricalHinge();
    metric.updateState(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.6, 0.4]]));
    expectClose(metric.result().dataSync(), [1.2], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CategoricalHinge({ unknownOption: 1 } as never)).toThrow(
      /CategoricalHinge: .* Received: `unknownOption`/,
    );
  });
});
