import { afterEach, describe, expect, it, vi } from 'vitest';
import { environmentVariable, nodeBuiltin, runsInNode } from './node-builtin';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('in Node', () => {
  it('gives the modules of Node', () => {
    expect(runsInNode()).toBe(true);
    expect(nodeBuiltin('node:path')?.basename('/a/b')).toBe('b');
  });

  it('reads the environment, an empty variable being none', () => {
    vi.stubEnv('TENLAB_TRIAL', 'yes');
    expect(environmentVariable('TENLAB_TRIAL')).toBe('yes');
    vi.stubEnv('TENLAB_TRIAL', '');
    expect(environmentVariable('TENLAB_TRIAL')).toBeUndefined();
    vi.stubEnv('TENLAB_TRIAL', undefined);
    expect(environmentVariable('TENLAB_TRIAL')).toBeUndefined();
  });
});

describe.each([
  ['without `process`', undefined],
  ["with a bundler's stand-in for it", { env: { TENLAB_TRIAL: 'yes' } }],
])('in a browser %s', (_, process) => {
  it('gives nothing', () => {
    vi.stubGlobal('process', process);
    const seen = [runsInNode(), nodeBuiltin('node:fs'), environmentVariable('TENLAB_TRIAL')];
    vi.unstubAllGlobals();
    expect(seen).toEqual([false, undefined, undefined]);
  });
});
