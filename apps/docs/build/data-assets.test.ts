import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { serveSite } from '../server/serve-site';
import { writeData } from './data-assets';

const folder = await mkdtemp(join(tmpdir(), 'tenlab-data-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

it('writes data that the loaders of a page take as published', async () => {
  await writeData(join(folder, 'data'));
  const site = await serveSite({ folder });
  const { fashionMnist, iris, mnist } = await import('@tenlab/datasets');
  const baseUrl = `${site.url}data`;
  expect((await mnist({ baseUrl })).train.x.shape).toEqual([60_000, 28, 28, 1]);
  expect((await fashionMnist({ baseUrl })).train.x.shape).toEqual([12_000, 28, 28, 1]);
  expect((await iris({ baseUrl })).x.shape).toEqual([150, 4]);
  await site.close();
  expect(await readFile(join(folder, 'data/LICENCES.txt'), 'utf8')).toContain('MIT');
});
