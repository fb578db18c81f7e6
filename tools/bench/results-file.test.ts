import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Machine } from './machine';
import { readResults, writeResults } from './results-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const machine: Machine = {
  cpu: 'Some CPU',
  cores: 2,
  threads: 2,
  memory_gib: 24,
  os: 'linux x64',
  node: 'v20.20.2',
  date: '2026-01-01',
};
const memory = { net: 'mnist-cnn', ours: { peak_mib: 150, version: 'tenlab', rounds: [150] } };
const start = { net: 'mnist-cnn', ours: { first_step_ms: 300, version: 'tenlab', rounds: [300] } };
const nets = { 'mnist-cnn': { ratio_train: 0.8 } };

test('times, memory and start measured one by one end in one file', async () => {
  const file = join(folder, 'bench.json');
  await writeResults(file, machine, { memory });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ machine, nets: {}, memory });
  await writeResults(file, { ...machine, date: '2026-01-02' }, { nets });
  await writeResults(file, machine, { start });
  expect(await readResults(file)).toEqual({ machine, nets, memory, start });
  await writeResults(file, machine, { nets: {} });
  expect(await readResults(file)).toEqual({ machine, nets: {}, memory, start });
});

test('what another machine, or another number of threads, left in the file goes', async () => {
  const file = join(folder, 'bench.json');
  await writeResults(file, machine, { nets, memory });
  await writeResults(file, { ...machine, threads: 1 }, { start });
  expect(await readResults(file)).toEqual({ machine: { ...machine, threads: 1 }, nets: {}, start });
});

test('a file of something else is replaced by a bench, and an error for a reader', async () => {
  const file = join(folder, 'other.json');
  writeFileSync(file, '[1]');
  await expect(readResults(file)).rejects.toThrow(
    'other.json: must be a file that `pnpm bench --json` wrote. Received: JSON without machine and nets.',
  );
  await writeResults(file, machine, { nets });
  expect(await readResults(file)).toEqual({ machine, nets });
});
