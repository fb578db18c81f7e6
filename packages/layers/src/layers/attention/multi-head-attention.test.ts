import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './attention.golden.json';
import { MultiHeadAttention } from './multi-head-attention';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('MultiHeadAttention', () => {
  goldenTests(golden, 'MultiHeadAttention', runLayerCase);

  test('lets a query see nothing later', () => {
    const layer = new MultiHeadAttention({ numHeads: 2, keyDim: 3 });
    const x = tf.randomNormal([1, 3, 4], 0, 1, 'float32', 3);
    const options = { value: x, useCausalMask: true, returnAttentionScores: true };
    const [, weights] = layer.apply<tf.Tensor[]>(x, options);
    const rows = (weights as tf.Tensor4D).arraySync()[0]?.[0];
    expect(rows?.[0]).toEqual([1, 0, 0]);
    expect(rows?.[1]?.[2]).toBe(0);
  });

  test('refuses a call without a value, and heads that are none', () => {
    expect(() => new MultiHeadAttention({ numHeads: 2, keyDim: 3 }).apply(tf.zeros([1, 2, 3]))).toThrow(
      /must have the option `value`/,
    );
    expect(() => new MultiHeadAttention({ numHeads: 0, keyDim: 3 })).toThrow(/`numHeads` must be a positive integer/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new MultiHeadAttention({ numHeads: 1, keyDim: 1, unknownOption: 1 } as never)).toThrow(
      /Received: `unknownOption`/,
    );
  });
});
