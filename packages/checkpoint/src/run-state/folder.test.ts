import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunState } from '@tenlab/layers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { latestRunState, loadRunState, removeRunState, saveRunState } from './folder';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'tenlab-run-state-')), 'backup');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(join(folder, '..'), { recursive: true });
});

const stateAt = (epoch: number): RunState => ({
  values: {
    epoch,
    step: 0,
    logs: {},
    stopTraining: false,
    data: { samples: null, batchSize: null, steps: null },
    batches: null,
    seed: { seed: 1, derived: 0 },
    callbacks: {},
  },
  arrays: new Map([['weight/0/w', { dtype: 'float32', shape: [2], data: Float32Array.of(epoch, 1) }]]),
});

describe('a folder of run states', () => {
  it('gives back the latest and keeps the one before', async () => {
    expect(await loadRunState(folder)).toBeUndefined();
    for (const epoch of [1, 2, 3, 4]) await saveRunState(folder, stateAt(epoch));
    expect(await readdir(folder)).toEqual(['run-000003.safetensors', 'run-000004.safetensors']);
    expect(await loadRunState(folder)).toEqual(stateAt(4));
  });

  it('tells of a damaged file and goes back to the one before', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await saveRunState(folder, stateAt(1));
    const latest = await saveRunState(folder, stateAt(2));
    const bytes = await readFile(latest);
    bytes[bytes.length - 1] = 0x55;
    await writeFile(latest, bytes);
    expect(await loadRunState(folder)).toEqual(stateAt(1));
    expect(String(warn.mock.calls[0])).toMatch(/run-000002.safetensors: the checksum that was written/);
    await writeFile(join(folder, 'run-000001.safetensors'), '');
    await expect(loadRunState(folder)).rejects.toThrow(/2 files, all of them damaged. Remove the folder to start anew/);
  });

  it('refuses to write where another run writes, and says so', async () => {
    const first = await saveRunState(folder, stateAt(1), { after: null });
    expect(first).toBe(await latestRunState(folder));
    const second = await saveRunState(folder, stateAt(2), { after: first });
    await expect(saveRunState(folder, stateAt(9), { after: first })).rejects.toMatchObject({ code: 'folder-in-use' });
    await expect(saveRunState(folder, stateAt(9), { after: null })).rejects.toThrow(
      'another run has written meanwhile',
    );
    expect(await loadRunState(folder)).toEqual(stateAt(2));
    await removeRunState(folder);
    expect([await latestRunState(folder), await saveRunState(folder, stateAt(3), { after: second })]).toEqual([
      null,
      first,
    ]);
  });

  it('does not pass over what a later version wrote', async () => {
    await saveRunState(folder, stateAt(1));
    const latest = await saveRunState(folder, stateAt(2));
    const text = (await readFile(latest)).toString('latin1').replace('"format_version":"1"', '"format_version":"2"');
    await writeFile(latest, text, 'latin1');
    await expect(loadRunState(folder)).rejects.toThrow('a later version wrote this file');
  });

  it('does not trust a file that was not finished, and clears it away', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
    await saveRunState(folder, stateAt(1));
    await writeFile(join(folder, `.run-000002.safetensors.${dead}.0123456789ab.tmp`), 'half');
    expect(await loadRunState(folder)).toEqual(stateAt(1));
    await saveRunState(folder, stateAt(2));
    expect(await readdir(folder)).toEqual(['run-000001.safetensors', 'run-000002.safetensors']);
  });

  it('is removed with its folder, unless something else is in it', async () => {
    await removeRunState(folder);
    await saveRunState(folder, stateAt(1));
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await removeRunState(folder);
    expect(await readdir(folder)).toEqual(['notes.txt']);
    await rm(join(folder, 'notes.txt'));
    await saveRunState(folder, stateAt(1));
    await removeRunState(folder);
    expect(await readdir(join(folder, '..'))).toEqual([]);
  });

  it('says where a file stands in its way', async () => {
    await writeFile(folder, '');
    await expect(saveRunState(folder, stateAt(1))).rejects.toMatchObject({ name: 'TenlabError', place: folder });
  });
});
