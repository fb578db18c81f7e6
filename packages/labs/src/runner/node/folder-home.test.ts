import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import { expect, it, vi } from 'vitest';
import { FolderHome } from './folder-home';
import { RunFolder } from './run-folder';

const text = { en: 'a', zh: '甲' };
const picture = { svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' };
const start = {
  event: 'start',
  lab: 'tiny',
  backend: 'cpu',
  threads: 1,
  seed: 1,
  data: { name: 'n', source: 's', train: 1, test: 1 },
} as const;

async function home() {
  const path = join(await mkdtemp(join(tmpdir(), 'tenlab-home-')), 'run');
  const folder = await RunFolder.create({ lab: 'tiny', state: 'running', started: new Date().toISOString() }, path);
  const [tell, kept] = [vi.fn(), vi.fn()];
  return { folder, tell, kept, home: new FolderHome({ folder, command: 'tenlab', language: 'en', tell, kept }) };
}

const json = async (path: string) => JSON.parse(await readFile(path, 'utf8'));

it('writes pictures as they come, and the events for programs', async () => {
  const { folder, tell, home: place } = await home();
  await place.emit(start);
  await place.emit({ event: 'text', text: 'for people' });
  await place.emit({ event: 'figure', figure: { name: 'look', alt: text, caption: text, picture } });
  expect((await readdir(folder.path)).sort()).toEqual(['config.json', 'events.ndjson', 'look.svg']);
  expect((await readFile(folder.file('events.ndjson'), 'utf8')).split('\n')).toEqual([JSON.stringify(start), '']);
  expect(await json(folder.file('config.json'))).toMatchObject({ state: 'running', start });
  expect(tell.mock.calls.at(-1)?.[1]).toBe(folder.file('look.svg'));
});

it('keeps a finished run: weights, report, and that it is finished', async () => {
  await useBackend('cpu');
  const { folder, kept, home: place } = await home();
  await place.emit(start);
  const net = new Sequential([new Dense({ units: 1, inputShape: [2] })]);
  const story = { title: 'Tiny', summary: 'It ran.', numbers: [], sections: [], next: [] };
  await place.keepWeights(net);
  const files = await place.keep({
    start,
    net,
    story,
    figures: [],
    checks: [],
    test: { loss: 1 },
    seconds: 2,
    weights_sha256: 'ab',
  });
  expect(files.map((file) => file.slice(folder.path.length + 1)).sort()).toEqual([
    'config.json',
    'events.ndjson',
    'report.html',
    'weights.safetensors',
  ]);
  expect(await json(folder.file('config.json'))).toMatchObject({
    state: 'finished',
    test: { loss: 1 },
    weights_sha256: 'ab',
  });
  expect(kept.mock.calls[0]?.[1]).toBe(folder.file('report.html'));
});

it('keeps each of several models in a file of its own', async () => {
  await useBackend('cpu');
  const { folder, home: place } = await home();
  const files = await place.keepWeights({ a: new Sequential([new Dense({ units: 1, inputShape: [2] })]) });
  expect(files).toEqual([folder.file('weights-a.safetensors')]);
  expect(await json(folder.file('config.json'))).toMatchObject({ state: 'running' });
});
