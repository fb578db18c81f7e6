import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { captured } from '../testing/captured';
import { compare } from './compare';
import { Screen } from './screen';

const folder = await mkdtemp(join(tmpdir(), 'tenlab-compare-'));
const add = async (name: string, accuracy: number) => {
  const path = join(folder, name);
  await mkdir(path);
  await writeFile(join(path, 'config.json'), JSON.stringify({ lab: 'iris', state: 'finished', test: { accuracy } }));
  const epochs = [1, 2].map((epoch) =>
    JSON.stringify({ event: 'epoch', epoch, steps: 4, ms_per_step: 1, loss: 1 / epoch }),
  );
  await writeFile(join(path, 'events.ndjson'), `${epochs.join('\n')}\n`);
  return path;
};
const [a, b] = [await add('first', 0.9), await add('second', 0.95)];
const out = join(folder, 'together');

it('shows the numbers side by side and draws the curves together', async () => {
  const shown = await captured(() => compare(a, b, { out }, new Screen()));
  expect(shown.out).toMatch(/test accuracy +0\.9000 +0\.9500\n/);
  const svg = await readFile(join(out, 'loss.svg'), 'utf8');
  expect(svg).toContain('first');
  expect(svg).toContain('second');
});

it('tells programs as well, and speaks Chinese', async () => {
  const { out: text } = await captured(() => compare(a, b, { out }, new Screen({ json: true })));
  expect(JSON.parse(text)).toMatchObject({ event: 'compare', runs: [a, b], pictures: [join(out, 'loss.svg')] });
  expect((await captured(() => compare(a, b, { out }, new Screen({ language: 'zh' })))).out).toContain(
    '合在一起的曲线',
  );
});

it('refuses what is no run', async () => {
  await expect(compare(a, folder, {}, new Screen())).rejects.toMatchObject({ code: 'no-run' });
});
