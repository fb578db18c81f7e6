import { afterEach, expect, test } from 'vitest';
import { type Server, serve } from './serve';

let server: Server;
afterEach(() => server.close());

const files = new Map([
  ['/index.html', '<p>hello'],
  ['/kernels.wasm', '\0asm'],
]);

test('files come by path with their type', async () => {
  server = await serve(files);
  const page = await fetch(server.url);
  expect(await page.text()).toBe('<p>hello');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect((await fetch(`${server.url}kernels.wasm?v=1`)).headers.get('content-type')).toBe('application/wasm');
  expect((await fetch(`${server.url}other`)).status).toBe(404);
  expect(page.headers.has('cross-origin-opener-policy')).toBe(false);
});

test('isolation is two headers on every file', async () => {
  server = await serve(files, { isolated: true });
  const { headers } = await fetch(`${server.url}kernels.wasm`);
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
});
