import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readRequest } from './backend-options';

beforeEach(() => {
  vi.stubEnv('TENLAB_BACKEND', undefined);
  vi.stubEnv('TENLAB_THREADS', undefined);
});

afterEach(() => vi.unstubAllEnvs());

describe('readRequest', () => {
  it('passes on what the program asks for', () => {
    expect(readRequest('auto', {})).toMatchObject({ choice: 'auto', chosenBy: 'nobody', options: {} });
    const options = { threads: 2, memoryGrowth: false, device: 0, memoryLimit: 100, numerics: 'strict' };
    expect(readRequest('wasm', options)).toMatchObject({ choice: 'wasm', chosenBy: 'the program', options });
  });

  it('lets the environment override both', () => {
    vi.stubEnv('TENLAB_BACKEND', 'cpu');
    vi.stubEnv('TENLAB_THREADS', '3');
    const request = readRequest('wasm', { threads: 2 });
    expect(request).toMatchObject({ choice: 'cpu', chosenBy: 'TENLAB_BACKEND', options: { threads: 3 } });
    expect([...request.fromEnvironment]).toEqual(['threads']);
  });

  it('takes an empty variable for none', () => {
    vi.stubEnv('TENLAB_BACKEND', '');
    vi.stubEnv('TENLAB_THREADS', '');
    expect(readRequest('cpu', {})).toMatchObject({ choice: 'cpu', options: {} });
  });

  it('refuses an unknown backend, listing the valid ones', () => {
    expect(() => readRequest('wsm', {})).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`name\` must be one of 'auto', 'tensorflow-gpu', 'wasm', 'tensorflow', 'cpu'. Received: 'wsm'. Did you mean 'wasm'?]`,
    );
    expect(() => readRequest('cuda', {})).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`name\` must be one of 'auto', 'tensorflow-gpu', 'wasm', 'tensorflow', 'cpu'. Received: 'cuda'. Pass one of these names.]`,
    );
    vi.stubEnv('TENLAB_BACKEND', 'gpu');
    expect(() => readRequest('auto', {})).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: TENLAB_BACKEND: the backend must be one of 'auto', 'tensorflow-gpu', 'wasm', 'tensorflow', 'cpu'. Received: 'gpu'. Did you mean 'tensorflow-gpu'?]`,
    );
  });

  it('refuses TENLAB_THREADS=abc', () => {
    vi.stubEnv('TENLAB_THREADS', 'abc');
    expect(() => readRequest('auto', {})).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: TENLAB_THREADS: the number of threads must be a whole number from 1. Received: 'abc'. Set it to a number such as 2, or unset it to use all cores.]`,
    );
  });

  it.each(['0', '-1', '1.5', '2x', '1e3', 'NaN', '0x2', '999999'])('refuses TENLAB_THREADS=%s', (threads) => {
    vi.stubEnv('TENLAB_THREADS', threads);
    expect(() => readRequest('auto', {})).toThrowError(expect.objectContaining({ code: 'invalid-environment' }));
  });

  it('refuses values that no backend could honour', () => {
    expect(() => readRequest('wasm', { threads: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`threads\` must be a whole number from 1. Received: 0. Leave it out to use all cores.]`,
    );
    expect(() => readRequest('wasm', { threads: '2' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`threads\` must be a whole number from 1. Received: '2'. Leave it out to use all cores.]`,
    );
    expect(() => readRequest('wasm', { numerics: 'exact' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`numerics\` must be one of 'fast', 'strict'. Received: 'exact'. Pass one of these names.]`,
    );
    expect(() => readRequest('tensorflow-gpu', { device: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`device\` must be a whole number from 0. Received: -1. Pass the number of a GPU as \`nvidia-smi -L\` lists it.]`,
    );
    expect(() => readRequest('tensorflow-gpu', { memoryLimit: 0.5 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`memoryLimit\` must be a whole number from 1. Received: 0.5. Pass megabytes, for example 4096.]`,
    );
    expect(() => readRequest('tensorflow-gpu', { memoryGrowth: 'yes' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`memoryGrowth\` must be true or false. Received: 'yes'. Pass true to take GPU memory as it is needed.]`,
    );
    expect(() => readRequest('wasm', { thread: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: no option \`thread\` exists. Received: { thread: 2 }. Did you mean \`threads\`? The options are \`threads\`, \`memoryGrowth\`, \`device\`, \`memoryLimit\`, \`numerics\`.]`,
    );
  });
});
