import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { SparseCategoricalAccuracy } from './sparse-categorical-accuracy';

describe('SparseCategoricalAccuracy', () => {
  goldenTests(golden, 'SparseCategoricalAccuracy', runMetricCase);

  test('prints what the documentation of SparseCategoricalAccuracy says', () => {
    const metric = new SparseCategoricalAccuracy();
    metric.updateState(
      tf.tensor1d([1, 0], 'int32'),
      tf.tensor2d([
        [0.1, 0.9],
        [0.2, 0.8],
      ]),
    );
    expectClose(metric.result().dataSync(), [0.5], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new SparseCategoricalAccuracy({ unknownOption: 1 } as never)).toThrow(
      /SparseCategoricalAccuracy: .* Received: `unknownOption`/,
    );
  });
});
