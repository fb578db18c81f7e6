import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BackendRequest, readRequest } from './backend-options';
import { type BackendCandidate, type BackendOptions, Refusal } from './backends/candidate';
import { cpu } from './backends/cpu';
import { chooseBackend } from './choose-backend';

beforeEach(() => {
  vi.stubEnv('TENLAB_BACKEND', undefined);
  vi.stubEnv('TENLAB_THREADS', undefined);
});

afterEach(() => vi.unstubAllEnvs());

/** A candidate that refuses or starts as told, and writes down what it was asked for. */
function pretend(parts: Partial<BackendCandidate> & { name: BackendCandidate['name'] }) {
  const asked: BackendOptions[] = [];
  const candidate: BackendCandidate = {
    kind: 'native',
    probe: async () => ({ available: true }),
    whyNot: () => undefined,
    start: async (options) => {
      asked.push(options);
      await cpu.start({});
      return { threads: options.threads ?? 4, simd: 'none' };
    },
    ...parts,
  };
  return Object.assign(candidate, { asked });
}

const absent = pretend({
  name: 'tensorflow-gpu',
  probe: async () => ({ available: false, reason: 'it is not installed', remedy: 'Run `npm install it`' }),
});
const broken = pretend({
  name: 'wasm',
  start: async () => {
    throw new Refusal({ reason: 'libcudart is missing', remedy: 'Install CUDA' });
  },
});

const request = (name: string, options: BackendOptions = {}): BackendRequest => readRequest(name, options);

describe("'auto'", () => {
  it('takes the first that is available, and says why not the others', async () => {
    const works = pretend({ name: 'tensorflow' });
    expect(await chooseBackend(request('auto'), [absent, broken, works, cpu])).toEqual({
      name: 'tensorflow',
      kind: 'native',
      threads: 4,
      simd: 'none',
      reason: 'the first one available of tensorflow-gpu, wasm, tensorflow, cpu',
      refused: [
        { name: 'tensorflow-gpu', reason: 'it is not installed', remedy: 'Run `npm install it`' },
        { name: 'wasm', reason: 'libcudart is missing', remedy: 'Install CUDA' },
      ],
      notes: [],
    });
  });

  it('notes an option without effect, and does not pass it on', async () => {
    const works = pretend({ name: 'wasm', whyNot: (option) => (option === 'device' ? 'it has no GPU' : undefined) });
    const report = await chooseBackend(request('auto', { device: 1, threads: 2 }), [works]);
    expect(report.notes).toEqual(['`device` has no effect on wasm: it has no GPU']);
    expect(works.asked).toEqual([{ threads: 2 }]);
  });

  it('notes that there are fewer threads than asked for', async () => {
    const one = pretend({
      name: 'wasm',
      start: async () => ({ threads: 1, simd: 'simd', note: 'the page is not isolated' }),
    });
    expect((await chooseBackend(request('auto', { threads: 4 }), [one])).notes).toEqual([
      'asked for 4 threads, got 1',
      'the page is not isolated',
    ]);
  });

  it('says that the environment asked for it', async () => {
    vi.stubEnv('TENLAB_BACKEND', 'auto');
    const report = await chooseBackend(request('cpu'), [cpu]);
    expect(report.reason).toBe("TENLAB_BACKEND says 'auto': the first one available of cpu");
  });

  it('is an error where nothing is available, with every cause', async () => {
    await expect(chooseBackend(request('auto'), [absent, broken])).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: at least one backend must be available. Received: tensorflow-gpu: it is not installed; wasm: libcudart is missing. For tensorflow-gpu: Run \`npm install it\`. For wasm: Install CUDA.]`,
    );
  });

  it('does not hide a defect: an error that is no refusal passes', async () => {
    const defect = pretend({
      name: 'wasm',
      start: async () => {
        throw new TypeError('undefined is not a function');
      },
    });
    await expect(chooseBackend(request('auto'), [defect, cpu])).rejects.toThrow(TypeError);
  });
});

describe('a backend that is named', () => {
  it('is taken, whatever stands before it', async () => {
    const report = await chooseBackend(request('cpu'), [], [absent, cpu]);
    expect(report).toMatchObject({ name: 'cpu', reason: 'named by the program', refused: [], notes: [] });
  });

  it('is an error where it is not available, never another backend', async () => {
    await expect(
      chooseBackend(request('tensorflow-gpu'), [], [absent, cpu]),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: the backend 'tensorflow-gpu' must be available. Received: it is not installed. Run \`npm install it\`. Or let tenlab choose, with 'auto'.]`,
    );
    await expect(chooseBackend(request('wasm'), [], [broken, cpu])).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: the backend 'wasm' must be available. Received: libcudart is missing. Install CUDA. Or let tenlab choose, with 'auto'.]`,
    );
    vi.stubEnv('TENLAB_BACKEND', 'wasm');
    await expect(chooseBackend(request('auto'), [], [broken, cpu])).rejects.toMatchObject({ place: 'TENLAB_BACKEND' });
  });

  it('is an error with an option that it cannot honour', async () => {
    const run = chooseBackend(request('cpu', { memoryGrowth: true }));
    await expect(run).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: 'cpu' cannot do what \`memoryGrowth\` asks: it has no GPU. Received: { memoryGrowth: true }. Leave \`memoryGrowth\` out, or name a backend that has it.]`,
    );
    await expect(chooseBackend(request('cpu', { threads: 2 }))).rejects.toMatchObject({ code: 'option-not-honoured' });
    expect((await chooseBackend(request('cpu', { threads: 1, numerics: 'strict' }))).name).toBe('cpu');
  });

  it('only notes TENLAB_THREADS without effect: it holds for many programs', async () => {
    vi.stubEnv('TENLAB_THREADS', '2');
    expect((await chooseBackend(request('cpu'))).notes).toEqual([
      'TENLAB_THREADS has no effect on cpu: it runs on one thread',
    ]);
  });

  it('is an error with fewer threads than the program asked for', async () => {
    const one = pretend({
      name: 'wasm',
      start: async () => ({ threads: 1, simd: 'simd', note: 'the page is not isolated' }),
    });
    await expect(chooseBackend(request('wasm', { threads: 4 }), [], [one])).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: 'wasm' cannot do what \`threads\` asks: the page is not isolated. Received: { threads: 4 }. Leave \`threads\` out, or name a backend that has it.]`,
    );
  });

  it('leaves the backend that was in use when it fails', async () => {
    await cpu.start({});
    const late = pretend({
      name: 'wasm',
      start: async () => {
        tf.registerBackend('trial', () => Object.assign(new tf.KernelBackend(), { dispose() {} }));
        await tf.setBackend('trial');
        throw new Refusal({ reason: 'too late', remedy: 'None' });
      },
    });
    await expect(chooseBackend(request('wasm'), [], [late])).rejects.toMatchObject({ code: 'backend-unavailable' });
    expect(tf.getBackend()).toBe('cpu');
    tf.removeBackend('trial');
  });
});
