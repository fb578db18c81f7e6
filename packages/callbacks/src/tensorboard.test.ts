import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEvent, readRecords, type SummaryValue } from '@tenlab/checkpoint/records';
import { useBackend } from '@tenlab/core';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TensorBoard, type TensorBoardOptions } from './tensorboard';
import { smallData, smallRun } from './testing/small-run';

let folder: string;
beforeAll(async () => {
  await useBackend('wasm', { threads: 1 });
  folder = await mkdtemp(join(tmpdir(), 'tenlab-tensorboard-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** All values in the event files of a folder, as [step, value]. */
async function valuesIn(path: string): Promise<[number, SummaryValue][]> {
  const found: [number, SummaryValue][] = [];
  for (const name of (await readdir(path)).filter((file) => file.includes('tfevents')).sort()) {
    for await (const record of readRecords(await readFile(join(path, name)))) {
      const { step, summary = [] } = decodeEvent(record);
      found.push(...summary.map((value) => [step, value] as [number, SummaryValue]));
    }
  }
  return found;
}

/** The scalars under each tag, by step. */
function scalarsOf(values: readonly [number, SummaryValue][]): Record<string, number[][]> {
  const scalars: Record<string, number[][]> = {};
  for (const [step, { tag, tensor, metadata }] of values) {
    if (metadata?.plugin !== 'scalars') continue;
    scalars[tag] ??= [];
    scalars[tag].push([step, (tensor as { data: Float32Array }).data[0]!]);
  }
  return scalars;
}

const validationData = [smallData.x, smallData.y] as const;

describe('TensorBoard', () => {
  it('writes the metrics of training and validation that the history has, by epoch', async () => {
    const logDir = join(folder, 'plain');
    const { history, model } = await smallRun([new TensorBoard({ logDir })], { validationData });
    const byEpoch = (name: string) => history.history[name]!.map((value, epoch) => [epoch, Math.fround(value)]);
    const rate = [0, 1, 2].map((epoch) => [epoch, Math.fround(0.01)]);
    expect(scalarsOf(await valuesIn(join(logDir, 'train')))).toEqual({
      epoch_loss: byEpoch('loss'),
      epoch_mae: byEpoch('mae'),
      epoch_learning_rate: rate,
    });
    const byStep = (name: string) =>
      history.history[name]!.map((value, epoch) => [5 * (epoch + 1), Math.fround(value)]);
    expect(scalarsOf(await valuesIn(join(logDir, 'validation')))).toEqual({
      epoch_loss: byEpoch('val_loss'),
      epoch_mae: byEpoch('val_mae'),
      evaluation_loss_vs_iterations: byStep('val_loss'),
      evaluation_mae_vs_iterations: byStep('val_mae'),
    });
    model.dispose();
  });

  it('writes steps, histograms, pictures, the model and hyperparameters when asked to', async () => {
    const logDir = join(folder, 'all');
    const all: TensorBoardOptions = {
      logDir,
      histogramFreq: 2,
      writeImages: true,
      updateFreq: 2,
      writeStepsPerSecond: true,
    };
    const { model } = await smallRun([new TensorBoard({ ...all, hparams: { units: 4 } })]);
    const values = await valuesIn(join(logDir, 'train'));
    const scalars = scalarsOf(values);
    expect(scalars.batch_loss!.map(([step]) => step)).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(scalars.epoch_steps_per_second).toHaveLength(3);
    const kernel = model.weights[0]!;
    const at = (tag: string) => values.filter(([, value]) => value.tag === tag);
    expect(at(`${kernel.path}/histogram`).map(([step]) => step)).toEqual([0, 2]);
    const [, last] = at(`${kernel.path}/image`).at(-1)!;
    const png = decode((last.tensor as { data: Uint8Array[] }).data[2]!);
    expect([png.width, png.height, png.channels]).toEqual([4, 3, 1]);
    const [, text] = at('model')[0]!;
    expect(new TextDecoder().decode((text.tensor as { data: Uint8Array[] }).data[0])).toMatch(/hidden \(Dense\)/);
    expect((await valuesIn(logDir)).map(([, { tag }]) => tag)).toEqual([
      '_hparams_/experiment',
      '_hparams_/session_start_info',
      '_hparams_/session_end_info',
    ]);
    model.dispose();
  });

  it('goes on in its files after a kill, without a value twice', async () => {
    const logDir = join(folder, 'killed');
    const first = new TensorBoard({ logDir, writeGraph: false });
    await smallRun([first], { epochs: 1 });
    const state = structuredClone(first.getState());
    const model = (await smallRun([], { epochs: 0 })).model;
    for (const callback of [first, new TensorBoard({ logDir, writeGraph: false })]) {
      if (callback !== first) {
        callback.onTrainBegin();
        await callback.setState(state);
      }
      callback.setModel(model);
      callback.setParams({ epochs: 2, steps: 5, verbose: 0 });
      await callback.onEpochBegin(1);
      await callback.onEpochEnd(1, { loss: 0.5 });
    }
    expect(await readdir(join(logDir, 'train'))).toHaveLength(1);
    expect(scalarsOf(await valuesIn(join(logDir, 'train'))).epoch_loss!.map(([step]) => step)).toEqual([0, 1]);
    model.dispose();
  });

  it('refuses options that mean nothing', () => {
    expect(() => new TensorBoard({ histogramFreq: -1 })).toThrow(/`histogramFreq` must be a whole number from 0/);
    expect(() => new TensorBoard({ updateFreq: 'batch' as never })).toThrow(/`updateFreq`/);
    expect(() => new TensorBoard({ profileBatch: 2 } as never)).toThrow(/no option `profileBatch`/);
  });
});
