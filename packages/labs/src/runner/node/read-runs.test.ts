import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newestFinishedRun, readEpochs, readRun, readRuns } from './read-runs';

const runs = await mkdtemp(join(tmpdir(), 'tenlab-runs-'));
const add = async (name: string, config: string) => {
  await mkdir(join(runs, name));
  await writeFile(join(runs, name, 'config.json'), config);
};
const run = (lab: string, state: string, time: string) => JSON.stringify({ lab, state, started: time, ended: time });

await add('a', run('mnist-digits', 'finished', '2026-02-01T00:00:00Z'));
await add('b', run('mnist-digits', 'finished', '2026-01-01T00:00:00Z'));
await add('c', run('mnist-digits', 'interrupted', '2026-03-01T00:00:00Z'));
await add('d', run('iris', 'finished', '2026-04-01T00:00:00Z'));
await add('e', '{"lab":"mnist-digits","state":"fin');
await writeFile(join(runs, 'file'), '');

it('finds none where there is no folder', async () => {
  expect(await newestFinishedRun('mnist-digits', join(runs, 'nowhere'))).toBeUndefined();
  expect(await readRuns(join(runs, 'nowhere'))).toEqual([]);
});

it('lists runs as they were started, past what is none', async () => {
  expect((await readRuns(runs)).map(({ path }) => path.at(-1))).toEqual(['b', 'a', 'c', 'd']);
});

it('takes the newest finished run of the lab, past all others', async () => {
  expect(await newestFinishedRun('mnist-digits', runs)).toBe(join(runs, 'a'));
});

it('reads a run by its folder or its name, with its epochs', async () => {
  const epoch = { event: 'epoch', epoch: 1, steps: 2, ms_per_step: 1, loss: 0.5 };
  await writeFile(join(runs, 'd', 'events.ndjson'), `{"event":"start"}\n${JSON.stringify(epoch)}\n`);
  const found = await readRun('d', runs);
  expect(found).toEqual(await readRun(join(runs, 'd')));
  expect(await readEpochs(found)).toEqual([epoch]);
  expect(await readEpochs(await readRun('a', runs))).toEqual([]);
});

it('says what a folder is that is no run', async () => {
  await expect(readRun(runs)).rejects.toMatchObject({
    code: 'no-run',
    message: expect.stringContaining('no config.json'),
  });
  await expect(readRun('x', runs)).rejects.toThrow('no such folder');
});
