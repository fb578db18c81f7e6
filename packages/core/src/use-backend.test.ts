import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backendReport, probeBackends, useBackend } from './use-backend';

beforeEach(() => {
  vi.stubEnv('TENLAB_BACKEND', undefined);
  vi.stubEnv('TENLAB_THREADS', undefined);
});

afterEach(() => vi.unstubAllEnvs());

describe('useBackend', () => {
  it('shows what the documentation shows, and remembers its report', async () => {
    expect(backendReport()).toBeUndefined();
    const report = await useBackend('cpu');
    expect([report.name, report.threads]).toEqual(['cpu', 1]);
    expect(backendReport()).toBe(report);
    expect(tf.getBackend()).toBe('cpu');
    expect(tf.getKernel('ThreefryUniform', 'cpu')).toBeTruthy();
  });

  it('keeps the last good report when a choice fails', async () => {
    const report = await useBackend('cpu');
    await expect(useBackend('wsm' as never)).rejects.toMatchObject({ code: 'unknown-choice' });
    await expect(useBackend('cpu', { memoryLimit: 100 })).rejects.toMatchObject({ code: 'option-not-honoured' });
    expect(backendReport()).toBe(report);
  });

  it('takes choices one at a time', async () => {
    const reports = await Promise.all([useBackend('cpu'), useBackend('cpu', { threads: 1 })]);
    expect(reports.map(({ name }) => name)).toEqual(['cpu', 'cpu']);
    expect(backendReport()).toBe(reports[1]);
  });
});

describe('probeBackends', () => {
  it('lists every backend, and starts none', async () => {
    await useBackend('cpu');
    const probed = await probeBackends();
    expect(probed.map(({ name, availability }) => `${name} ${availability.available}`)).toEqual([
      'tensorflow-gpu false',
      'wasm true',
      'tensorflow false',
      'cpu true',
    ]);
    expect(tf.getBackend()).toBe('cpu');
  });
});
