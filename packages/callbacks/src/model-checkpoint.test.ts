import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadModel, loadWeights, sha256OfWeights } from '@tenlab/checkpoint';
import { useBackend } from '@tenlab/core';
import type { Sequential } from '@tenlab/layers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LambdaCallback } from './lambda-callback';
import { ModelCheckpoint, type ModelCheckpointOptions } from './model-checkpoint';
import { smallModel, smallRun } from './testing/small-run';

let folder: string;
beforeAll(async () => {
  await useBackend('wasm', { threads: 1 });
  folder = await mkdtemp(join(tmpdir(), 'tenlab-model-checkpoint-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Feeds it losses as they come after epochs; the model stays as it is. */
async function feed(
  options: ModelCheckpointOptions,
  losses: readonly number[],
  callback = new ModelCheckpoint(options),
) {
  const model = smallModel();
  callback.setModel(model);
  callback.setParams({ epochs: losses.length, steps: 1, verbose: 0, validation: true });
  callback.onTrainBegin();
  for (const [epoch, val_loss] of losses.entries()) {
    callback.onEpochBegin(epoch);
    await callback.onEpochEnd(epoch, { loss: 1, val_loss });
  }
  model.dispose();
  return callback;
}

describe('ModelCheckpoint', () => {
  it('saves each epoch a model that can be loaded, or its weights', async () => {
    const hashes: string[] = [];
    const watch = new LambdaCallback({
      onEpochEnd: async () => void hashes.push(await sha256OfWeights(watch.model)),
    });
    const whole = new ModelCheckpoint({ filepath: join(folder, 'a', '{epoch:02d}-{loss:.2f}.safetensors') });
    const weightsOnly = new ModelCheckpoint({ filepath: join(folder, 'w.safetensors'), saveWeightsOnly: true });
    const { model } = await smallRun([whole, weightsOnly, watch]);
    expect(whole.saved).toEqual((await readdir(join(folder, 'a'))).map((name) => join(folder, 'a', name)));
    expect(whole.saved).toHaveLength(3);
    for (const [epoch, path] of whole.saved.entries()) {
      const loaded = (await loadModel(path)) as Sequential;
      expect(await sha256OfWeights(loaded)).toBe(hashes[epoch]);
      loaded.dispose();
    }
    const other = smallModel();
    await loadWeights(other, join(folder, 'w.safetensors'));
    const valuesOf = ({ weights }: Sequential) => weights.map(({ value }) => [...value.dataSync()]);
    expect(valuesOf(other)).toEqual(valuesOf(model));
    model.dispose();
    other.dispose();
  });

  it('saves the best only', async () => {
    const filepath = join(folder, 'best', '{epoch}.safetensors');
    const best = await feed({ filepath, saveBestOnly: true }, [3, 2, 2.5, Number.NaN, 1]);
    expect(await readdir(join(folder, 'best'))).toEqual(['1.safetensors', '2.safetensors', '5.safetensors']);
    expect(best.best).toBe(1);
    const beaten = join(folder, 'beaten');
    await feed(
      { filepath: join(beaten, '{epoch}.safetensors'), saveBestOnly: true, initialValueThreshold: 2.2 },
      [3, 2, 2.5],
    );
    expect(await readdir(beaten)).toEqual(['2.safetensors']);
  });

  it('keeps the best few and removes the others', async () => {
    const filepath = join(folder, 'top', '{epoch}.safetensors');
    const top = await feed({ filepath, topK: 2 }, [3, 5, 1, 4, 2]);
    expect(top.saved).toEqual([3, 5].map((epoch) => join(folder, 'top', `${epoch}.safetensors`)));
    expect(await readdir(join(folder, 'top'))).toEqual(['3.safetensors', '5.safetensors']);
  });

  it('saves after so many steps', async () => {
    const filepath = join(folder, 'steps', '{epoch}-{batch}.safetensors');
    const { model } = await smallRun([new ModelCheckpoint({ filepath, saveFreq: 4 })]);
    expect(await readdir(join(folder, 'steps'))).toEqual(['1-4.safetensors', '2-3.safetensors', '3-2.safetensors']);
    model.dispose();
  });

  it('goes on with what it knew when a run is resumed', async () => {
    const filepath = join(folder, 'resumed', '{epoch}.safetensors');
    const before = await feed({ filepath, saveBestOnly: true }, [3, 2]);
    const after = new ModelCheckpoint({ filepath, saveBestOnly: true });
    after.onTrainBegin();
    after.setState(structuredClone(before.getState()));
    expect([after.best, after.saved]).toEqual([before.best, before.saved]);
  });

  it('does what was asked for when a file cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const filepath = join(folder, 'file', 'm.safetensors');
    await expect(feed({ filepath }, [1])).rejects.toMatchObject({ name: 'TenlabError' });
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect((await feed({ filepath, onSaveError: 'warn' }, [1])).saved).toEqual([]);
    expect(printed.mock.calls.join()).toMatch(/ModelCheckpoint: not saved, training goes on/);
    printed.mockRestore();
  });

  it('refuses options that mean nothing', () => {
    const make = (options: object) => () => new ModelCheckpoint(options as ModelCheckpointOptions);
    expect(make({})).toThrow(/`filepath` must be a text/);
    expect(make({ filepath: 'a.safetensors', topK: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: ModelCheckpoint: \`filepath\` must tell the files of \`topK\` apart. Received: 'a.safetensors'. Put the epoch into it: 'models/{epoch:02d}.keras'.]`,
    );
    expect(make({ filepath: 'a', saveFreq: 'batch' })).toThrow(/`saveFreq`/);
    expect(make({ filepath: 'a', period: 2 })).toThrow(/no option `period`/);
  });
});
