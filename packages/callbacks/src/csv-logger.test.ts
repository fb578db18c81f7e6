import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CSVLogger } from './csv-logger';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenlab-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('CSVLogger', () => {
  it("writes Keras's columns, with NA where an epoch has no value", async () => {
    const filename = join(folder, 'new', 'log.csv');
    const logger = new CSVLogger({ filename });
    await logger.onTrainBegin();
    await logger.onEpochEnd(0, { loss: 0.5, accuracy: 0.25 });
    await logger.onEpochEnd(1, { loss: 0.125, accuracy: 1, val_loss: 3e-7, val_accuracy: Number.NaN });
    expect(await readFile(filename, 'utf8')).toBe(
      'epoch,accuracy,loss,val_accuracy,val_loss\n0,0.25,0.5,NA,NA\n1,1,0.125,NaN,3e-7\n',
    );
  });

  it('begins a file anew, or adds to it', async () => {
    const filename = join(folder, 'twice.csv');
    await writeFile(filename, 'epoch;val_loss\n0;1\n');
    for (const append of [true, false]) {
      const logger = new CSVLogger({ filename, separator: ';', append });
      await logger.onTrainBegin();
      await logger.onEpochEnd(1, { val_loss: 2 });
      expect(await readFile(filename, 'utf8')).toBe(append ? 'epoch;val_loss\n0;1\n1;2\n' : 'epoch;val_loss\n1;2\n');
    }
  });

  it('goes on after a kill without a line twice, also where the last line was half written', async () => {
    const filename = join(folder, 'killed.csv');
    const first = new CSVLogger({ filename });
    await first.onTrainBegin();
    await first.onEpochEnd(0, { val_loss: 1 });
    const state = structuredClone(first.getState());
    // Epoch 1 is written, but the state of the run after it is not; then a part of a line.
    await first.onEpochEnd(1, { val_loss: 2 });
    await writeFile(filename, '2,', { flag: 'a' });
    const resumed = new CSVLogger({ filename });
    await resumed.onTrainBegin();
    await resumed.setState(state);
    await resumed.onEpochEnd(1, { val_loss: 2 });
    await resumed.onEpochEnd(2, { val_loss: 3 });
    expect(await readFile(filename, 'utf8')).toBe('epoch,val_loss\n0,1\n1,2\n2,3\n');
  });

  it('says when the file it should go on in has lost lines', async () => {
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const filename = join(folder, 'short.csv');
    const first = new CSVLogger({ filename });
    await first.onTrainBegin();
    await first.onEpochEnd(0, { val_loss: 1 });
    await truncate(filename, 3);
    const resumed = new CSVLogger({ filename });
    await resumed.onTrainBegin();
    await resumed.setState(first.getState());
    await resumed.onEpochEnd(1, { val_loss: 2 });
    expect(await readFile(filename, 'utf8')).toBe('epoch,val_loss\n1,2\n');
    expect(printed.mock.calls.join()).toMatch(/shorter than when the run was stopped; it begins anew/);
    printed.mockRestore();
  });

  it('says at once when the file cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const logger = new CSVLogger({ filename: join(folder, 'file', 'log.csv') });
    await expect(logger.onTrainBegin()).rejects.toMatchObject({ name: 'TenlabError' });
    await expect(new CSVLogger({ filename: folder }).onTrainBegin()).rejects.toMatchObject({ code: 'is-a-folder' });
    expect(() => new CSVLogger({ filename: '' })).toThrow(/`filename` must be a text/);
  });
});
