import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, GRU, MultiHeadAttention, Sequential } from '../index';
import { buildConfigOf, buildLayerFrom } from './build-config';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('the shapes a layer was built for', () => {
  test('are written as Keras writes them', () => {
    expect(buildConfigOf(Dense, [null, 3], {})).toEqual({ input_shape: [null, 3] });
    expect(buildConfigOf(MultiHeadAttention, [null, 4, 2], { value: [null, 5, 2] })).toEqual({
      shapes_dict: { query_shape: [null, 4, 2], value_shape: [null, 5, 2] },
    });
    expect(buildConfigOf(GRU, [null, 4, 2], { initialState: [null, 3] })).toEqual({
      shapes_dict: { sequences_shape: [null, 4, 2], initial_state_shape: [null, 3] },
    });
  });

  test.each([
    [() => new Dense({ units: 2 }), tf.ones, [2, 3]],
    [() => new Sequential([new Dense({ units: 2 }), new Dense({ units: 1 })]), tf.ones, [2, 3]],
  ] as const)('make the same weights again', (make, ones, shape) => {
    const [layer, again] = [make(), make()];
    layer.apply(ones([...shape]));
    buildLayerFrom(again, layer.getBuildConfig() ?? {});
    expect(again.weights.map((weight) => weight.shape)).toEqual(layer.weights.map((weight) => weight.shape));
  });

  test('of several arguments do so too; none leave the layer as it is', () => {
    const layer = new MultiHeadAttention({ numHeads: 1, keyDim: 2 });
    buildLayerFrom(layer, {});
    buildLayerFrom(layer, { shapes_dict: {} });
    expect(layer.built).toBe(false);
    buildLayerFrom(layer, { shapes_dict: { query_shape: [null, 4, 3], value_shape: [null, 5, 2] } });
    expect(layer.weights[2]?.shape).toEqual([2, 1, 2]);
  });
});
