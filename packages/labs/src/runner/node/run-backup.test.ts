import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LambdaCallback } from '@tenlab/callbacks';
import { sha256OfWeights } from '@tenlab/checkpoint';
import { setSeed, useBackend } from '@tenlab/core';
import { type Callback, clearSession, Dense, Dropout, Sequential } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import { RunBackup } from './run-backup';

beforeAll(async () => {
  await useBackend('wasm');
});

const x = { data: Float32Array.from({ length: 128 }, (_, index) => Math.sin(index)), shape: [32, 4] };
const y = Float32Array.from({ length: 32 }, (_, index) => index % 2);

/** Two trainings, one after the other, as a lab has them. */
async function train(callbacks: Callback[]): Promise<string> {
  clearSession();
  setSeed(3);
  let sums = '';
  for (const units of [4, 8]) {
    const model = new Sequential([
      new Dense({ units, inputShape: [4] }),
      new Dropout({ rate: 0.5 }),
      new Dense({ units: 1 }),
    ]);
    model.compile({ optimizer: 'adam', loss: 'mse' });
    await model.fit(x, y, { epochs: 6, batchSize: 4, callbacks, verbose: 0 });
    sums += await sha256OfWeights(model);
    model.dispose();
  }
  return sums;
}

const always = { every: 0, share: Number.POSITIVE_INFINITY };
const fresh = () => mkdtemp(join(tmpdir(), 'tenlab-backup-'));

it('lets each training of a run go on where it was', async () => {
  const folder = await fresh();
  const whole = await train([]);
  let trainings = 0;
  const dies = new LambdaCallback({
    onTrainBegin: () => void trainings++,
    onEpochEnd: (epoch) => {
      if (trainings === 2 && epoch === 3) throw new Error('killed');
    },
  });
  await expect(train([new RunBackup({ folder, ...always }), dies])).rejects.toThrow('killed');
  expect((await readdir(folder)).sort()).toEqual(['1', '2']);
  let epochs = 0;
  const counts = new LambdaCallback({ onEpochEnd: () => void epochs++ });
  expect(await train([new RunBackup({ folder, ...always }), counts])).toBe(whole);
  expect(epochs).toBe(3);
});

it('keeps nothing of short trainings, nor of batches that come ready made', async () => {
  const folder = await fresh();
  await train([new RunBackup({ folder, every: 60 })]);
  const model = new Sequential([new Dense({ units: 1, inputShape: [4] })]);
  model.compile({ optimizer: 'sgd', loss: 'mse' });
  function* batches(): Generator<[typeof x, Float32Array]> {
    for (let step = 0; step < 3; step++) yield [x, y];
  }
  await model.fit(batches(), null, { stepsPerEpoch: 3, callbacks: [new RunBackup({ folder, ...always })], verbose: 0 });
  expect(await readdir(folder)).toEqual([]);
});
