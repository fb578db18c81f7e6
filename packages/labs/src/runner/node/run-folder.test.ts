import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RunFolder } from './run-folder';

const base = await mkdtemp(join(tmpdir(), 'tenlab-folder-'));
const config = { lab: 'mnist-digits', state: 'running', started: '2026-11-22T09:16:12.345Z' } as const;

it('makes the folder, and says at once that a run is going on', async () => {
  const folder = await RunFolder.create(config, join(base, 'a', 'b'));
  expect(JSON.parse(await readFile(folder.file('config.json'), 'utf8'))).toEqual(config);
  await folder.note({ state: 'finished' });
  expect(JSON.parse(await readFile(folder.file('config.json'), 'utf8'))).toEqual({ ...config, state: 'finished' });
  expect(await readdir(folder.path)).toEqual(['config.json']);
});

it('refuses a folder below a file, and leaves nothing', async () => {
  const file = join(base, 'file');
  await writeFile(file, 'mine');
  const failure = RunFolder.create(config, join(file, 'run'));
  await expect(failure).rejects.toMatchObject({ code: 'out-folder', remedy: expect.stringContaining('--out') });
  expect(await readFile(file, 'utf8')).toBe('mine');
});

it('takes back the folders it made when the first file cannot be written', async () => {
  const out = join(base, 'deep', 'deeper', 'run');
  // What JSON cannot hold makes the first file fail on every system, for every user.
  const failure = RunFolder.create({ ...config, unwritable: 1n } as never, out);
  await expect(failure).rejects.toMatchObject({ code: 'out-folder' });
  expect(existsSync(join(base, 'deep'))).toBe(false);
});

it('gives each run a folder of its own', async () => {
  const before = process.cwd();
  process.chdir(base);
  try {
    const [first, second] = [await RunFolder.create(config), await RunFolder.create(config)];
    expect(first.path.endsWith(join('runs', 'mnist-digits-2026-11-22_09-16-12'))).toBe(true);
    expect(second.path).toBe(`${first.path}-2`);
  } finally {
    process.chdir(before);
  }
});
