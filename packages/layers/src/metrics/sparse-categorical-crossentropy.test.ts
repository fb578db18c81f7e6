import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import golden from './metrics.golden.json';
import { SparseCategoricalCrossentropy } from './sparse-categorical-crossentropy';

describe('SparseCategoricalCrossentropy', () => {
  goldenTests(golden, 'SparseCategoricalCrossentropy', runMetricCase);

  test('prints what the documentation of SparseCategoricalCrossentropy says', () => {
    const metric = new SparseCategoricalCrossentropy({ fromLogits: true });
    metric.updateState(tf.tensor1d([1], 'int32'), tf.tensor2d([[0, 0]]));
    expectClose(metric.result().dataSync(), [Math.LN2], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new SparseCategoricalCrossentropy({ unknownOption: 1 } as never)).toThrow(
      /SparseCategoricalCrossentropy: .* Received: `unknownOption`/,
    );
  });
});
