import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveSite } from './serve-site';

let [site, plain]: Awaited<ReturnType<typeof serveSite>>[] = [];
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-serve-'));
  await mkdir(join(folder, 'site/zh'), { recursive: true });
  await writeFile(join(folder, 'secret.html'), 'secret');
  for (const file of ['index.html', 'start.html', 'zh/index.html', '404.html'])
    await writeFile(join(folder, 'site', file), file);
  site = await serveSite({ folder: join(folder, 'site') });
  plain = await serveSite({ folder: join(folder, 'site'), isolated: false });
});
afterAll(async () => {
  await site?.close();
  await plain?.close();
});

it.each([
  ['', 200, 'index.html'],
  ['start', 200, 'start.html'],
  ['start.html', 200, 'start.html'],
  ['zh/', 200, 'zh/index.html'],
  ['nowhere', 404, '404.html'],
])('answers %j as hosts of such sites do', async (path, status, text) => {
  const response = await fetch(`${site!.url}${path}`);
  expect([response.status, await response.text()]).toEqual([status, text]);
  expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
});

it('never leaves its folder', async () => {
  const { port } = new URL(site!.url);
  const status = await new Promise((resolve, reject) => {
    // Not `fetch`, which tidies the path before it asks.
    request({ port, host: '127.0.0.1', path: '/../secret.html' }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(404);
});

it('can be a plain host', async () => {
  expect((await fetch(plain!.url)).headers.get('cross-origin-embedder-policy')).toBeNull();
});
