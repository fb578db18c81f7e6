import { sha256OfWeights } from '@tenlab/checkpoint';
import { setSeed, useBackend } from '@tenlab/core';
import type { Callback } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import { memoryFiles } from '../../runner/memory-files';
import { KeepRun, Kill, Killed } from './killed-run';
import { digitsNetwork } from './network';

beforeAll(async () => {
  await useBackend('wasm');
});

const x = { data: Float32Array.from({ length: 40 * 784 }, (_, at) => (at % 37) / 37), shape: [40, 784] };
const y = Uint8Array.from({ length: 40 }, (_, at) => at % 10);
/** Ten steps in each of three epochs. */
const train = async (callbacks: Callback[]) => {
  setSeed(5);
  const model = digitsNetwork();
  const fitted = model.fit(x, y, { epochs: 3, batchSize: 4, verbose: 0, callbacks });
  return fitted.then(() => sha256OfWeights(model)).finally(() => model.dispose());
};

it('ends with the same bits, killed in the middle of an epoch or not', async () => {
  const straight = await train([]);
  const files = memoryFiles();
  await expect(train([new KeepRun({ files, every: 4 }), new Kill({ after: 15 })])).rejects.toThrow(Killed);
  const keep = new KeepRun({ files, every: 4 });
  expect(await train([keep])).toBe(straight);
  expect(keep.resumedAt).toEqual({ epoch: 1, step: 2 });
});

it('begins anew where it is told to', async () => {
  const files = memoryFiles();
  await train([new KeepRun({ files, every: 4 })]);
  const keep = new KeepRun({ files, every: 4, goOn: false });
  await train([keep]);
  expect(keep.resumedAt).toBeUndefined();
});

it('begins anew where nothing was kept', async () => {
  const keep = new KeepRun({ files: memoryFiles(), every: 100 });
  await train([keep]);
  expect(keep.resumedAt).toBeUndefined();
});
