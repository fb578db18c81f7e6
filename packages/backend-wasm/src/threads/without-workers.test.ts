import { expect, test } from 'vitest';
import { withoutWorkers } from './without-workers';

test('the global Worker is idle inside and what it was outside', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'Worker');
  const inside = withoutWorkers(() => {
    Reflect.set(globalThis, 'Worker', class Real {});
    return globalThis.Worker.name;
  });
  expect(inside).toBe('IdleWorker');
  expect(Object.getOwnPropertyDescriptor(globalThis, 'Worker')).toEqual(before);
});

test('an idle worker says it has loaded', async () => {
  const worker = withoutWorkers(() => new globalThis.Worker('nowhere'));
  const answer = new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
  });
  worker.postMessage({ cmd: 'load' });
  expect(await answer).toEqual({ cmd: 'loaded' });
});
