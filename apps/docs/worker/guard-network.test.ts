import { expect, it, vi } from 'vitest';
import { guardNetwork, type WorkerScope } from './guard-network';

function guarded() {
  const refused: string[] = [];
  const own = vi.fn(async () => new Response('data'));
  const scope: WorkerScope = {
    location: { origin: 'https://a.test', href: 'https://a.test/w.js' },
    fetch: own as never,
    WebSocket: class {},
  };
  guardNetwork(scope, (what) => refused.push(what));
  return { scope, own, refused };
}

it('lets the site itself be fetched from', async () => {
  const { scope, own, refused } = guarded();
  await scope.fetch('/data/iris.csv');
  await scope.fetch(new URL('https://a.test/x'));
  await scope.fetch('data:,x');
  expect(own).toHaveBeenCalledTimes(3);
  expect(refused).toEqual([]);
});

it.each([
  ['https://elsewhere.test/', undefined, 'fetch of https://elsewhere.test/'],
  ['/data/iris.csv', { method: 'POST' }, 'POST https://a.test/data/iris.csv'],
])('refuses %s and tells', async (url, init, told) => {
  const { scope, own, refused } = guarded();
  await expect(scope.fetch(url, init)).rejects.toThrow(`Received: ${told}.`);
  expect(own).not.toHaveBeenCalled();
  expect(refused).toEqual([told]);
});

it('refuses every other way out', () => {
  const { scope, refused } = guarded();
  const Socket = scope.WebSocket as new (url: string) => unknown;
  expect(() => new Socket('wss://elsewhere.test')).toThrow(TypeError);
  expect(refused).toEqual(['WebSocket to wss://elsewhere.test']);
});
