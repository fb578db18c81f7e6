import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { leakCheck } from '../memory/leak-check';
import { useBackend } from '../use-backend';
import { cpu } from './cpu';
import { wasm } from './wasm';

beforeAll(() => {
  for (const name of ['TENLAB_BACKEND', 'TENLAB_THREADS']) vi.stubEnv(name, undefined);
});

afterAll(async () => {
  await cpu.start({});
  const { stopWasm } = await import('@tenlab/backend-wasm');
  await stopWasm();
});

describe('the wasm candidate', () => {
  it('is available wherever there is WebAssembly', async () => {
    expect(await wasm.probe({})).toEqual({ available: true });
    vi.stubGlobal('WebAssembly', undefined);
    const availability = await wasm.probe({});
    vi.unstubAllGlobals();
    expect(availability).toMatchObject({ available: false, reason: 'this JavaScript engine has no WebAssembly' });
  });

  it('honours threads and numerics', () => {
    expect(wasm.whyNot('threads', 2)).toBeUndefined();
    expect(wasm.whyNot('numerics', 'strict')).toBeUndefined();
    expect(wasm.whyNot('device', 0)).toBe('it has no GPU');
  });

  it('starts with the threads asked for, computes and differentiates', async () => {
    const report = await useBackend('wasm', { threads: 2 });
    expect(report).toMatchObject({ name: 'wasm', kind: 'wasm', threads: 2, notes: [] });
    expect(report.simd).toMatch(/simd/);
    expect(tf.getBackend()).toBe('wasm');
    const check = leakCheck();
    const gradient = tf.grad((x) => tf.sum(tf.square(x)));
    const result = tf.tidy(() => gradient(tf.tensor1d([1, 2, 3])));
    expect([...result.dataSync()]).toEqual([2, 4, 6]);
    result.dispose();
    check.expectNone('a gradient');
  });

  it('does not lose tensors in silence when it would start anew', async () => {
    await useBackend('wasm', { threads: 2 });
    const held = tf.tensor1d([1, 2, 3]);
    await expect(useBackend('wasm', { threads: 1 })).rejects.toMatchObject({ code: 'backend-in-use' });
    expect([...held.dataSync()]).toEqual([1, 2, 3]);
    expect((await useBackend('wasm', { threads: 2 })).threads).toBe(2);
    expect([...held.dataSync()]).toEqual([1, 2, 3]);
    held.dispose();
    expect((await useBackend('wasm', { threads: 1, numerics: 'strict' })).simd).toBe('simd');
  });

  it('says in three parts what is wrong with an argument', async () => {
    await expect(useBackend('wasm', { threads: 100_000 })).rejects.toMatchObject({
      code: 'invalid-argument',
      received: expect.anything(),
      remedy: expect.any(String),
    });
  });

  it("is what 'auto' takes where no GPU package is installed", async () => {
    const report = await useBackend('auto');
    expect(report.name).toBe('wasm');
    expect(report.refused.map(({ name }) => name)).toEqual(['tensorflow-gpu']);
  });
});
