import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUniformValues, setSeed, useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import { bundleForNode, smallDisk } from '@tenlab/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BackupAndRestore, type BackupAndRestoreOptions } from './backup-and-restore';
import { LambdaCallback } from './lambda-callback';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenlab-backup-'));
  await useBackend('wasm', { threads: 1 });
});

afterAll(() => rm(folder, { recursive: true }));

async function train(options: BackupAndRestoreOptions, dieAfter?: number) {
  setSeed(1);
  const model = new Sequential([new Dense({ units: 2, inputShape: [3] })]);
  model.compile({ optimizer: 'adam', loss: 'mse' });
  const epochs: number[] = [];
  const watcher = new LambdaCallback({
    onEpochBegin: (epoch) => void epochs.push(epoch),
    onEpochEnd: (epoch) => {
      if (epoch === dieAfter) throw new Error('killed');
    },
  });
  const x = { data: Float32Array.from({ length: 60 }, (_, i) => Math.sin(i)), shape: [20, 3] };
  const y = { data: Float32Array.from({ length: 40 }, (_, i) => Math.cos(i)), shape: [20, 2] };
  const callbacks = [new BackupAndRestore(options), watcher];
  await model.fit(x, y, { batchSize: 4, epochs: 5, verbose: 0, callbacks }).catch((error) => {
    if (error.message !== 'killed') throw error;
  });
  const weights = model.weights.flatMap((weight) => [...weight.read().dataSync()]);
  model.dispose();
  return { epochs, weights };
}

describe('BackupAndRestore', () => {
  it('goes on where a run stopped, with the weights of one that never did, and clears up after itself', async () => {
    const backupDir = join(folder, 'plain');
    const { weights } = await train({ backupDir });
    // The epoch in which a callback throws is not kept, for what it would have done is not done.
    expect((await train({ backupDir }, 2)).epochs).toEqual([0, 1, 2]);
    expect(await readdir(backupDir)).toHaveLength(2);
    expect(await train({ backupDir })).toEqual({ epochs: [2, 3, 4], weights });
    await expect(readdir(backupDir)).rejects.toThrow(/ENOENT/);
  });

  it('keeps the state of a run that ended when asked to; the same call then has nothing left to do', async () => {
    const backupDir = join(folder, 'kept');
    const { weights } = await train({ backupDir, deleteCheckpoint: false });
    expect(await train({ backupDir, deleteCheckpoint: false })).toEqual({ epochs: [], weights });
  });

  it('stops where another run writes into the same folder', async () => {
    const backupDir = join(folder, 'twice');
    const other = new LambdaCallback({
      onEpochEnd: async (epoch) => {
        if (epoch === 1)
          await copyFile(join(backupDir, 'run-000001.safetensors'), join(backupDir, 'run-000002.safetensors'));
      },
    });
    const model = new Sequential([new Dense({ units: 1, inputShape: [1] })]);
    model.compile({ loss: 'mse' });
    const data = { data: Float32Array.of(1, 2), shape: [2, 1] };
    const callbacks = [other, new BackupAndRestore({ backupDir })];
    await expect(model.fit(data, data, { epochs: 3, verbose: 0, callbacks })).rejects.toMatchObject({
      code: 'folder-in-use',
    });
    model.dispose();
  });

  it('refuses options that mean nothing', () => {
    const make = (options: unknown) => () => new BackupAndRestore(options as BackupAndRestoreOptions);
    expect(make({})).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: BackupAndRestore: \`backupDir\` must be a text. Received: undefined. Pass for example 'runs/digits'.]`,
    );
    expect(make({ backupDir: 'a', saveFreq: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: BackupAndRestore: \`saveFreq\` must be 'epoch' or a number of steps. Received: 0. Pass a whole number from 1, for example 500.]`,
    );
    expect(make({ backupDir: 'a', saveFrequency: 3 })).toThrow(/saveFrequency/);
    expect(make({ backupDir: 'a', onSaveError: 'ignore' })).toThrow(/onSaveError/);
  });
});

// Root can mount one on Linux; elsewhere this group is skipped and says so.
const disk = smallDisk(65536);

describe(`on a small real disk${'why' in disk ? ` (skipped: ${disk.why})` : ''}`, () => {
  const run = 'why' in disk ? it.skip : it;
  const backupDir = 'path' in disk ? join(disk.path, 'backup') : '';
  afterAll(() => {
    if ('path' in disk) disk.remove();
  });

  run(
    'a full disk ends training with an error, or is told of while it goes on; the last good state stays',
    async () => {
      const { weights } = await train({ backupDir: join(folder, 'roomy') });
      await train({ backupDir }, 2);
      const before = await readdir(backupDir);
      await writeFile(join(backupDir, 'filler'), new Uint8Array(200_000)).catch(() => {});
      await expect(train({ backupDir })).rejects.toMatchObject({ code: 'disk-full' });
      const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      expect((await train({ backupDir, onSaveError: 'warn' }, 4)).epochs).toEqual([2, 3, 4]);
      expect(printed.mock.calls.join()).toMatch(/not saved, training goes on. .*the disk must have enough free space/);
      printed.mockRestore();
      expect((await readdir(backupDir)).sort()).toEqual(['filler', ...before].sort());
      await rm(join(backupDir, 'filler'));
      expect(await train({ backupDir })).toEqual({ epochs: [2, 3, 4], weights });
    },
  );

  run('so does a folder that is read-only', async () => {
    await train({ backupDir }, 1);
    if ('path' in disk) disk.makeReadOnly();
    await expect(train({ backupDir })).rejects.toMatchObject({ code: 'read-only-file-system' });
    expect(await readdir(backupDir)).toEqual(['run-000001.safetensors']);
  });
});

// Some of them inside a write, or this would not test it.
const [kills, killsInsideWrite] = [50, 5];

describe('a training that is killed again and again', () => {
  it(`ends, after ${kills} kills at random moments, with the weights and history of one that was not`, async () => {
    const program = join(folder, 'killed-run.mjs');
    await bundleForNode(new URL('./testing/killed-run.ts', import.meta.url), program);
    const expected = await live(program, join(folder, 'never-killed'));
    const moments = randomUniformValues(3000, { seed: 2024 }).values();
    const draw = (limit: number) => (moments.next().value as number) * limit;
    const outcomes: (string | undefined)[] = [];
    let killed = 0;
    let insideWrite = 0;
    const isEnough = () => killed >= kills && insideWrite >= killsInsideWrite;
    while (!isEnough()) {
      const backupDir = join(folder, `run-${outcomes.length}`);
      let outcome: string | undefined;
      while (outcome === undefined && !isEnough()) {
        // Half of the kills come while a file is written, the others after any step.
        const moment = { afterWrites: killed % 2 === 1, count: draw(killed % 2 === 1 ? 40 : 300), delay: draw(2) };
        outcome = await live(program, backupDir, moment);
        if (outcome !== undefined) break;
        killed++;
        if ((await readdir(backupDir).catch(() => [])).some((name) => name.endsWith('.tmp'))) insideWrite++;
      }
      outcomes.push(outcome ?? (await live(program, backupDir)));
    }
    expect(new Set(outcomes)).toEqual(new Set([expected]));
  }, 300_000);
});

interface Moment {
  /** Whether events of unfinished files are counted, or else steps. */
  afterWrites: boolean;
  count: number;
  /** Milliseconds to wait after them. */
  delay: number;
}

/** One process that trains: what it prints in the end; undefined if it is killed before that. */
async function live(program: string, backupDir: string, killAt?: Moment): Promise<string | undefined> {
  await mkdir(backupDir, { recursive: true });
  const child = spawn(process.execPath, [program, backupDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let lines: string[] = [''];
  let counted = 0;
  const count = () => {
    if (killAt && ++counted > killAt.count) setTimeout(() => child.kill('SIGKILL'), killAt.delay);
  };
  const watcher = watch(backupDir, (_event, name) => {
    if (killAt?.afterWrites && name?.endsWith('.tmp')) count();
  });
  child.stdout.on('data', (chunk) => {
    const more = `${lines.at(-1)}${chunk}`.split('\n');
    if (killAt && !killAt.afterWrites) for (let i = 1; i < more.length; i++) count();
    lines = more;
  });
  const [code, signal] = await once(child, 'close');
  watcher.close();
  if (signal === 'SIGKILL') return undefined;
  expect(code).toBe(0);
  return lines.at(-2);
}
