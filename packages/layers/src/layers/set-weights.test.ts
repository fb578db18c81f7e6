import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense } from '../index';
import { setWeightsOf } from './set-weights';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('setWeightsOf', () => {
  const built = () => {
    const layer = new Dense({ units: 1, name: 'scores' });
    layer.build([null, 2]);
    return layer;
  };

  test('sets all, in their order', () => {
    const layer = built();
    setWeightsOf(layer, [tf.tensor2d([[1], [2]]), tf.tensor1d([3])]);
    expect(layer.apply<tf.Tensor>(tf.tensor2d([[1, 1]])).arraySync()).toEqual([[6]]);
  });

  test('changes nothing when one does not fit', () => {
    const layer = built();
    setWeightsOf(layer, [tf.tensor2d([[1], [2]]), tf.tensor1d([3])]);
    expect(() => setWeightsOf(layer, [tf.zeros([2, 1]), tf.zeros([2])])).toThrow(/bias.*shape \[1\]/);
    expect([...layer.kernel.value.dataSync()]).toEqual([1, 2]);
  });

  test('refuses another number of tensors, and tells a layer that is not built', () => {
    expect(() => setWeightsOf(built(), [])).toThrow(/'scores': there must be 2 tensors. Received: 0 tensors/);
    expect(() => setWeightsOf(new Dense({ units: 1 }), [tf.zeros([1])])).toThrow(/Build the layer first/);
  });
});
