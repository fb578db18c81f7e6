import { setSeed, useBackend } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { memoryFiles } from '../../runner/memory-files';
import { writeCheckpoint } from './checkpoints';
import { digitsNetwork } from './network';
import { byModel, byWeights, fromCheckpoint, type Restored } from './restores';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

const x = { data: new Float32Array(2 * 784).fill(0.5), shape: [2, 784] };
const answers = async (model: Restored['model']) =>
  (await (model.predict(x, { verbose: 0 }) as Promise<tf.Tensor>)).data();

it.each<[string, (files: ReturnType<typeof memoryFiles>, model: Restored['model']) => Promise<Restored>]>([
  ['a.weights.h5', (files, model) => byWeights(files, model, 'a.weights.h5')],
  ['a.h5', (files, model) => byModel(files, model, 'a.h5')],
  ['a.keras', (files, model) => byModel(files, model, 'a.keras')],
  [
    'training_1/',
    async (files, model) => {
      await writeCheckpoint(files, 'training_1', 'cp.ckpt', model);
      return fromCheckpoint(files, 'training_1', 'each');
    },
  ],
])('gives back the same answers from %s', async (file, restore) => {
  const model = digitsNetwork();
  await model.fit(x, Uint8Array.of(3, 7), { epochs: 1, verbose: 0 });
  const restored = await restore(memoryFiles(), model);
  expect(restored.file).toBe(file);
  expect(restored.bytes).toBeGreaterThan(4 * 407_050);
  expect(await answers(restored.model)).toEqual(await answers(model));
});
