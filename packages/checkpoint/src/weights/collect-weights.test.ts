import { Dense, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { smallModel } from '../testing/models';
import { collectWeights, nameWeights } from './collect-weights';

describe('collectWeights', () => {
  it('copies the weights: a later update does not reach the copy', async () => {
    const model = smallModel();
    const copy = await collectWeights(model, 'test');
    const [name, before] = [...copy][0]!;
    const values = [...before.data];
    const weight = model.weights[0]!;
    (weight.value.dataSync() as Float32Array).fill(9);
    tf.tidy(() => weight.assign(tf.fill(weight.shape, 7)));
    expect([...copy.get(name)!.data]).toEqual(values);
    model.dispose();
  });

  it('keeps the order of the model', async () => {
    const model = smallModel();
    expect([...(await collectWeights(model, 'test')).keys()]).toEqual(model.weights.map(({ path }) => path));
    model.dispose();
  });
});

describe('nameWeights', () => {
  it('tells weights with the same path apart', () => {
    const model = smallModel();
    for (const weight of model.weights) weight.path = 'same/path';
    expect([...nameWeights(model, 'test').keys()].slice(0, 3)).toEqual(['same/path', 'same/path#2', 'same/path#3']);
    model.dispose();
  });

  it('refuses a model without weights', () => {
    const model = new Sequential([new Dense({ units: 1 })], { name: 'empty' });
    expect(() => nameWeights(model, 'saveWeights')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: saveWeights: a model that has weights. Received: 'empty', which has none yet. Give its first layer an \`inputShape\`, or call the model on data first.]`,
    );
  });
});
