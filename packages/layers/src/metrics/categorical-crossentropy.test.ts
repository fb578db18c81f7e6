import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { CategoricalCrossentropy } from './categorical-crossentropy';
import golden from './metrics.golden.json';

describe('CategoricalCrossentropy', () => {
  goldenTests(golden, 'CategoricalCrossentropy', runMetricCase);

  test('prints what the documentation of CategoricalCrossentropy says', () => {
    const metric = new CategoricalCrossentropy({ fromLogits: true });
    metric.updateState(tf.tensor2d([[0, 1]]), tf.tensor2d([[0, 0]]));
    expectClose(metric.result().dataSync(), [Math.LN2], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CategoricalCrossentropy({ unknownOption: 1 } as never)).toThrow(
      /CategoricalCrossentropy: .* Received: `unknownOption`/,
    );
  });
});
