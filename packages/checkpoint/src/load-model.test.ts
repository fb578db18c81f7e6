import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useBackend } from '@tenlab/core';
import { Dense, Input, Model, optimizers } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeSafetensors } from './formats/safetensors/decode';
import { encodeSafetensors } from './formats/safetensors/encode';
import { loadModel } from './load-model';
import { encodeModel, saveModel } from './save-model';
import { encodeWeights } from './save-weights';
import { sha256OfWeights } from './sha256-of-weights';
import { smallModel, valuesOf } from './testing/models';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-load-model-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => useBackend('cpu'));

describe('loadModel', () => {
  it('gives a model with the same weights and the same answers', async () => {
    const model = smallModel();
    const path = join(folder, 'small.safetensors');
    await saveModel(model, path);
    const copy = await loadModel(path);
    expect(await sha256OfWeights(copy)).toBe(await sha256OfWeights(model));
    const x = tf.randomUniform([5, 4, 4, 1], -1, 1, 'float32', 3);
    const [ours, theirs] = [(await model.predict(x)) as tf.Tensor, (await copy.predict(x)) as tf.Tensor];
    expect([...theirs.dataSync()]).toEqual([...ours.dataSync()]);
    tf.dispose([x, ours, theirs]);
    model.dispose();
    copy.dispose();
  });

  it('keeps how the model was compiled', async () => {
    const model = smallModel();
    model.compile({ optimizer: 'adam', loss: 'mse', metrics: ['mae'] });
    const copy = await loadModel(await encodeModel(model));
    const x = tf.ones([2, 4, 4, 1]);
    const y = tf.zeros([2, 3]);
    expect(await copy.evaluate(x, y, { returnDict: true, verbose: 0 })).toEqual(
      await model.evaluate(x, y, { returnDict: true, verbose: 0 }),
    );
    tf.dispose([x, y]);
    model.dispose();
    copy.dispose();
  });

  it.each([
    ['adam', 'a.keras'],
    ['adam', 'a.h5'],
    ['nadam', 'a.keras'],
    ['sgd', 'a.keras'],
    ['adagrad', 'a.h5'],
  ])('brings back a model that was compiled with %s and not trained yet, out of %s', async (optimizer, name) => {
    const model = smallModel();
    model.compile({ optimizer, loss: 'mse' });
    model.optimizer.learningRate = 0.25;
    const copy = await loadModel(await encodeModel(model, name));
    const [x, y] = [tf.randomUniform([5, 4, 4, 1], -1, 1, 'float32', 3), tf.ones([5, 3])];
    for (const one of [model, copy]) await one.trainOnBatch(x, y);
    expect(copy.optimizer.learningRate).toBe(0.25);
    expect(valuesOf(copy as typeof model)).toEqual(valuesOf(model));
    tf.dispose([x, y]);
    model.dispose();
    copy.dispose();
  });

  it('refuses an optimizer that has made steps and lost what it remembers of them', async () => {
    const model = smallModel();
    model.compile({ optimizer: 'adam', loss: 'mse' });
    tf.tidy(() => model.optimizer.iterations.assign(tf.scalar(7, 'int32')));
    await expect(loadModel(await encodeModel(model, 'a.keras'))).rejects.toThrow('which has made 7 steps');
    model.dispose();
  });

  it('brings back the scale of the loss, and the optimizer within', async () => {
    const model = smallModel();
    const innerOptimizer = new optimizers.Adam({ learningRate: 0.1 });
    const scaled = new optimizers.LossScaleOptimizer({ innerOptimizer, initialScale: 8, dynamicGrowthSteps: 2 });
    model.compile({ optimizer: scaled, loss: 'mse' });
    const [x, y] = [tf.randomUniform([5, 4, 4, 1], -1, 1, 'float32', 3), tf.ones([5, 3])];
    for (let step = 0; step < 3; step++) await model.trainOnBatch(x, y);
    const copy = await loadModel(await encodeModel(model, 'a.keras'));
    const state = (one: Model) => one.optimizer.variables.map(({ value }) => [...value.dataSync()]);
    expect(state(copy)).toEqual(state(model));
    expect(state(copy).slice(2, 4)).toEqual([[1], [16]]);
    tf.dispose([x, y]);
    model.dispose();
    copy.dispose();
  });

  it('brings back a functional model', async () => {
    const x = Input({ shape: [4] });
    const hidden = new Dense({ units: 3, activation: 'relu', name: 'hidden' }).apply(x);
    const model = new Model({ inputs: x, outputs: new Dense({ units: 2, name: 'head' }).apply(hidden), name: 'two' });
    const copy = await loadModel(await encodeModel(model));
    expect(copy.weights.map(({ path }) => path)).toEqual(model.weights.map(({ path }) => path));
    expect(await sha256OfWeights(copy)).toBe(await sha256OfWeights(model));
    model.dispose();
    copy.dispose();
  });

  it('refuses a file of weights by another program', async () => {
    const model = smallModel();
    const { tensors } = decodeSafetensors(await encodeWeights(model));
    await expect(loadModel(encodeSafetensors(tensors))).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: loadModel: a file with the configuration of a model, as saveModel writes it. Received: weights only. Build the model in code and give it the weights with loadWeights.]`,
    );
    model.dispose();
  });

  it('refuses weights that do not fit the configuration, and leaves no tensor', async () => {
    const model = smallModel();
    const { tensors, metadata } = decodeSafetensors(await encodeModel(model));
    const name = [...tensors.keys()][0]!;
    tensors.set(name, { dtype: 'float32', shape: [1], data: Float32Array.of(1) });
    const bytes = encodeSafetensors(tensors, metadata);
    const before = tf.memory().numTensors;
    await expect(loadModel(bytes)).rejects.toMatchObject({ code: 'weights-mismatch' });
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  it('refuses an unknown class by name', async () => {
    const model = smallModel();
    const { tensors, metadata } = decodeSafetensors(await encodeModel(model));
    metadata.set('model_config', metadata.get('model_config')!.replaceAll('"Flatten"', '"Flattten"'));
    await expect(loadModel(encodeSafetensors(tensors, metadata))).rejects.toThrow(/Flattten/);
    model.dispose();
  });
});
