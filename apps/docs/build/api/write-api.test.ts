import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { writeApi } from './write-api';

it('writes the same pages in both languages', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-api-'));
  await writeApi(fileURLToPath(new URL('../../../..', import.meta.url)), folder);
  const [en, zh] = [await readdir(join(folder, 'en/api')), await readdir(join(folder, 'zh/api'))];
  expect(zh).toEqual(en);
  expect(await readFile(join(folder, 'zh/api/index.md'), 'utf8')).toMatch(/^# API\n\n\p{Script=Han}/u);
  expect(await readFile(join(folder, 'en/api/index.md'), 'utf8')).toContain('[@tenlab/core](./core)');
});
