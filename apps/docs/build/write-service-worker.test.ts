import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeServiceWorker } from './write-service-worker';

it('puts the list of pages and scripts before the text, without the data', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-site-'));
  await mkdir(join(folder, 'data'));
  await mkdir(join(folder, 'labs'));
  for (const file of ['index.html', 'labs/index.html', 'labs/iris.html', 'data/iris.csv', 'app.js']) {
    await writeFile(join(folder, file), file);
  }
  await writeServiceWorker(folder, '// the text');
  const text = await readFile(join(folder, 'service-worker.js'), 'utf8');
  expect(text).toContain('const files = ["","app.js","labs/","labs/iris"];');
  expect(text).toMatch(/const version = "[0-9a-f]{12}";/);
  expect(text).toContain('"Cross-Origin-Embedder-Policy":"require-corp"');
  expect(text.endsWith('// the text')).toBe(true);
  await writeFile(join(folder, 'index.html'), 'changed');
  await writeServiceWorker(folder, '// the text');
  expect(await readFile(join(folder, 'service-worker.js'), 'utf8')).not.toBe(text);
});
