import { loadWeights, sha256OfWeights } from '@tenlab/checkpoint';
import { setSeed, useBackend } from '@tenlab/core';
import { beforeAll, expect, it } from 'vitest';
import { memoryFiles } from '../../runner/memory-files';
import { checkpointsIn, KeepWeights, newestCheckpoint, readCheckpoint, writeCheckpoint } from './checkpoints';
import { digitsNetwork } from './network';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

it('gives another model the same weights, to the bit', async () => {
  const files = memoryFiles();
  const [model, other] = [digitsNetwork(), digitsNetwork()];
  expect(await writeCheckpoint(files, 'training_1', 'cp.ckpt', model)).toBeGreaterThan(4 * 407_050);
  expect(await files.list('training_1')).toEqual(['checkpoint', 'cp.ckpt.data-00000-of-00001', 'cp.ckpt.index']);
  expect(await sha256OfWeights(other)).not.toBe(await sha256OfWeights(model));
  await readCheckpoint(files, 'training_1', other);
  expect(await sha256OfWeights(other)).toBe(await sha256OfWeights(model));
});

it('keeps a checkpoint for every second epoch, and names the newest', async () => {
  const files = memoryFiles();
  const model = digitsNetwork();
  const nameOf = (epoch: number) => `cp-${String(epoch).padStart(4, '0')}.ckpt`;
  const keep = new KeepWeights({ files, folder: 'training_2', nameOf, every: 2 });
  const x = { data: new Float32Array(4 * 784).fill(0.5), shape: [4, 784] };
  await model.fit(x, Uint8Array.of(0, 1, 2, 3), { epochs: 5, verbose: 0, callbacks: [keep] });
  expect(keep.written).toEqual(['cp-0002.ckpt', 'cp-0004.ckpt']);
  expect(await checkpointsIn(files, 'training_2')).toEqual(keep.written);
  expect(await newestCheckpoint(files, 'training_2')).toBe('cp-0004.ckpt');
  const [early, late] = [digitsNetwork(), digitsNetwork()];
  await readCheckpoint(files, 'training_2', early, 'cp-0002.ckpt');
  await readCheckpoint(files, 'training_2', late);
  expect(await sha256OfWeights(early)).not.toBe(await sha256OfWeights(late));
});

it('knows of nothing in an empty folder', async () => {
  expect(await newestCheckpoint(memoryFiles(), 'nowhere')).toBeUndefined();
  await expect(loadWeights(digitsNetwork(), new Map())).rejects.toThrow();
});
