import { createHash } from 'node:crypto';
import { Dense, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { loadModel } from './load-model';
import { encodeModel } from './save-model';
import { sha256OfWeights } from './sha256-of-weights';
import { smallModel } from './testing/models';

describe('sha256OfWeights', () => {
  it('is the same for a model that was saved and loaded, in whatever file', async () => {
    const stack = smallModel();
    const inner = new Sequential([new Dense({ units: 2, inputShape: [3] })], { name: 'inner' });
    const nested = new Sequential([inner, new Dense({ units: 1 })]);
    for (const model of [stack, nested]) {
      const sum = await sha256OfWeights(model);
      for (const name of ['a.keras', 'a.h5', 'a.safetensors']) {
        const copy = await loadModel(await encodeModel(model, name));
        expect([name, await sha256OfWeights(copy)]).toEqual([name, sum]);
        copy.dispose();
      }
      model.dispose();
    }
  });

  it('is the sum over name, type, shape and bytes of each weight', async () => {
    const model = new Sequential([new Dense({ units: 2, inputShape: [3], name: 'only' })], { name: 'one' });
    const hash = createHash('sha256');
    for (const { name, dtype, shape, value } of model.weights) {
      hash.update(`${name}\n${dtype}\n${shape}\n`).update(new Uint8Array(value.dataSync().slice().buffer));
    }
    expect(await sha256OfWeights(model)).toBe(hash.digest('hex'));
    model.dispose();
  });

  it('changes with any bit, and not otherwise', async () => {
    const model = smallModel();
    const first = await sha256OfWeights(model);
    expect(await sha256OfWeights(model)).toBe(first);
    const weight = model.weights[0]!;
    tf.tidy(() => weight.assign(tf.mul(weight.read(), 1 + 2 ** -22)));
    expect(await sha256OfWeights(model)).not.toBe(first);
    model.dispose();
  });

  it('leaves no tensor behind', async () => {
    const model = smallModel();
    const before = tf.memory().numTensors;
    await sha256OfWeights(model);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });
});
