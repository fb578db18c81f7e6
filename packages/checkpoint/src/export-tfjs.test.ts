import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Add, Dense, Embedding, GlobalAveragePooling1D, Input, LSTM, Model, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import * as stock from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { encodeTfjs, exportTfjs } from './export-tfjs';
import { loadModel } from './load-model';
import { loadWeights } from './load-weights';
import { smallModel, valuesOf } from './testing/models';

/** The files as TF.js's own layers open them. */
async function inStock(model: Model): Promise<stock.LayersModel> {
  const files = await encodeTfjs(model);
  const json = JSON.parse(new TextDecoder().decode(files.get('model.json')));
  const shards = [...files].filter(([name]) => name.endsWith('.bin')).map(([, bytes]) => bytes);
  const weightData = Uint8Array.from(shards.flatMap((bytes) => [...bytes])).buffer;
  const weightSpecs = json.weightsManifest[0].weights;
  return stock.loadLayersModel({ load: async () => ({ ...json, weightSpecs, weightData }) });
}

const models: [string, () => Model, () => tf.Tensor][] = [
  ['a stack with convolution and normalization', smallModel, () => tf.randomUniform([3, 4, 4, 1], -1, 1, 'float32', 1)],
  [
    'a graph with a shared layer',
    () => {
      const input = Input({ shape: [4] });
      const shared = new Dense({ units: 4, activation: 'tanh' });
      const once = shared.apply(input);
      return new Model({
        inputs: input,
        outputs: new Dense({ units: 2 }).apply(new Add().apply([once, shared.apply(once)])),
      });
    },
    () => tf.randomUniform([3, 4], -1, 1, 'float32', 1),
  ],
  [
    'a recurrent one',
    () =>
      new Sequential([
        new Embedding({ inputDim: 5, outputDim: 3, inputShape: [4] }),
        new LSTM({ units: 3, returnSequences: true }),
        new GlobalAveragePooling1D(),
      ]),
    () =>
      tf.tensor2d([
        [0, 1, 2, 3],
        [4, 3, 2, 1],
      ]),
  ],
];

describe('exportTfjs', () => {
  it.each(models)('writes %s that TF.js opens, with the same predictions', async (_, make, sample) => {
    const model = make();
    const opened = await inStock(model);
    const x = sample();
    const [ours, theirs] = [model.apply<tf.Tensor>(x), opened.predict(x) as tf.Tensor];
    expect(tf.max(tf.abs(tf.sub(ours, theirs))).dataSync()[0]).toBeLessThan(1e-6);
    model.dispose();
  });

  it('writes a folder that loadModel and loadWeights open', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'tenlab-tfjs-')), 'web');
    const model = smallModel();
    await exportTfjs(model, folder);
    const copy = (await loadModel(join(folder, 'model.json'))) as Sequential;
    expect(valuesOf(copy)).toEqual(valuesOf(model));
    const other = smallModel({ seed: 2 });
    await loadWeights(other, join(folder, 'model.json'));
    expect(valuesOf(other)).toEqual(valuesOf(model));
    for (const made of [model, copy, other]) made.dispose();
  });
});
