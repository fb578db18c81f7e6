import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runMetricCase } from '../../../../tools/conformance/metrics';
import { CosineSimilarity } from './cosine-similarity';
import golden from './metrics.golden.json';

describe('CosineSimilarity', () => {
  goldenTests(golden, 'CosineSimilarity', runMetricCase);

  test('prints what the documentation of CosineSimilarity says', () => {
    const metric = new CosineSimilarity();
    metric.updateState(tf.tensor2d([[1, 0]]), tf.tensor2d([[1, 1]]));
    expectClose(metric.result().dataSync(), [Math.SQRT1_2], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CosineSimilarity({ unknownOption: 1 } as never)).toThrow(
      /CosineSimilarity: .* Received: `unknownOption`/,
    );
  });
});
