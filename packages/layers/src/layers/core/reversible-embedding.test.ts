import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Dense, Input, type KerasTensor, Model } from '../../index';
import golden from '../more-layers.golden.json';
import { ReversibleEmbedding } from './reversible-embedding';

describe('ReversibleEmbedding', () => {
  goldenTests(golden, 'ReversibleEmbedding', runLayerCase);

  test('goes there and back in a functional model, with one set of weights', () => {
    const layer = new ReversibleEmbedding({ inputDim: 9, outputDim: 4 });
    const ids = Input({ shape: [5], dtype: 'int32' });
    const vectors = new Dense({ units: 4 }).apply(layer.apply(ids));
    const logits = layer.apply<KerasTensor>(vectors, { reverse: true });
    expect(logits.shape).toEqual([null, 5, 9]);
    const model = new Model({ inputs: ids, outputs: logits });
    expect(layer.weights.length).toBe(1);
    expect(model.apply<tf.Tensor>(tf.zeros([2, 5], 'int32')).shape).toEqual([2, 5, 9]);
  });

  test('refuses options that make no sense', () => {
    expect(() => new ReversibleEmbedding({ inputDim: 2, outputDim: 2, logitSoftCap: -1 })).toThrow(
      /`logitSoftCap` must be a positive number/,
    );
    expect(() => new ReversibleEmbedding({ inputDim: 2, outputDim: 2, reverseDtype: 'float16' as never })).toThrow(
      /`reverseDtype` must be 'float32'/,
    );
    expect(() => new ReversibleEmbedding({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
