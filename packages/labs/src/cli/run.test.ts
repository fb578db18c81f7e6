import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { captured } from '../testing/captured';
import { run } from './run';
import { Screen } from './screen';

it.each([
  [{ epochs: '0' }, '--epochs'],
  [{ batchSize: 'x' }, '--batch-size'],
  [{ limit: '-1' }, '--limit'],
  [{ threads: '0' }, '--threads'],
  [{ seed: '4294967296' }, '--seed'],
  [{ backend: 'gpu' }, '--backend'],
  [{ tier: 'huge' }, '--tier'],
  [{ max: '0' }, '--max'],
])('refuses %j before it does anything', async (flags, place) => {
  await expect(run('mnist-digits', flags, new Screen())).rejects.toMatchObject({ code: 'usage', place });
});

it('runs the smoke tier and leaves no listener behind', async () => {
  const out = join(await mkdtemp(join(tmpdir(), 'tenlab-run-')), 'run');
  const listeners = process.listenerCount('SIGINT');
  const { result, out: text } = await captured(() =>
    run('1', { tier: 'smoke', backend: 'wasm', out }, new Screen({ language: 'zh' })),
  );
  expect(result).toBe(0);
  expect(text).toContain('手写数字');
  expect(process.listenerCount('SIGINT')).toBe(listeners);
});
