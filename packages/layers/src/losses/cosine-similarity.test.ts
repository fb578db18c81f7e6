import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { CosineSimilarity, cosineSimilarity } from './cosine-similarity';
import golden from './losses.golden.json';

describe('CosineSimilarity', () => {
  goldenTests(golden, 'CosineSimilarity', runLossCase);

  test('prints what the documentation of cosineSimilarity says', () => {
    expectClose(cosineSimilarity(tf.tensor2d([[1, 0]]), tf.tensor2d([[1, 1]])), [-Math.SQRT1_2], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('prints what the documentation of CosineSimilarity says', () => {
    expectClose(new CosineSimilarity().apply(tf.tensor2d([[1, 0]]), tf.tensor2d([[1, 1]])), -Math.SQRT1_2, {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new CosineSimilarity({ unknownOption: 1 } as never)).toThrow(
      /CosineSimilarity: .* Received: `unknownOption`/,
    );
  });
});
