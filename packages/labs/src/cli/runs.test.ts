import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { captured } from '../testing/captured';
import { runs } from './runs';
import { Screen } from './screen';

const folder = await mkdtemp(join(tmpdir(), 'tenlab-runs-'));
const add = async (name: string, config: object) => {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'config.json'), JSON.stringify({ lab: 'iris', ...config }));
};
const told = async (options = {}) => (await captured(() => runs(new Screen(options), folder))).out;

it('says how to start where there is none', async () => {
  expect(await told()).toContain('No runs yet. Start one: npx tenlab run mnist-digits');
  expect(await told({ language: 'zh' })).toContain('还没有运行记录');
});

it('lists runs with how they stand and what they came to, and a killed one as ended', async () => {
  await add('a', { state: 'finished', started: '2026-01-01', test: { loss: 1, accuracy: 0.9667 }, seconds: 74 });
  await writeFile(join(folder, 'a', 'events.ndjson'), '{"event":"epoch","epoch":1}\n{"event":"epoch","epoch":2}\n');
  // No process has this number.
  await add('b', { state: 'running', started: '2026-01-02', pid: 2 ** 30 });
  await add('c', { state: 'running', started: '2026-01-03', pid: process.pid });
  const out = await told();
  expect(out).toMatch(/a +finished +accuracy 0\.9667 +2 epochs +1 min 14 s\n/);
  expect(out).toMatch(/b +ended early +0 epochs\n/);
  expect(out).toMatch(/c +running +0 epochs\n/);
  expect(out).toContain(`run iris --resume --out ${join(folder, 'b')}`);
  expect(out).toContain(`compare ${join(folder, 'b')} ${join(folder, 'c')}`);
  const events = (await told({ json: true }))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.map(({ event, state, epochs }) => [event, state, epochs])).toEqual([
    ['run', 'finished', 2],
    ['run', 'ended', 0],
    ['run', 'running', 0],
  ]);
});
