import type { Model } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { FakeModel } from './testing/fake-model';
import { restoreSnapshot, takeSnapshot } from './weight-snapshot';

describe('a snapshot of weights', () => {
  it('brings the weights back, also after an update in place', async () => {
    const model = new FakeModel();
    const asModel = model as unknown as Model;
    model.setWeight(3);
    const snapshot = await takeSnapshot(asModel);
    // What a compiled step does: the buffer itself changes.
    (model.value.dataSync() as Float32Array)[0] = 7;
    model.setWeight(9);
    const before = tf.memory().numTensors;
    restoreSnapshot(asModel, snapshot);
    expect(model.weight).toBe(3);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  it('refuses a model with other weights', async () => {
    const model = new FakeModel();
    const snapshot = await takeSnapshot(model as unknown as Model);
    model.weights[0]!.name = 'other';
    expect(() => restoreSnapshot(model as unknown as Model, snapshot)).toThrow('the 1 weights that were copied');
    model.dispose();
  });
});
