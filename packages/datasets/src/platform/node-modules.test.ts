import { afterEach, describe, expect, it, vi } from 'vitest';
import { environmentVariable, nodeModule, runsInNode } from './node-modules';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('nodeModule', () => {
  it('gives the module in Node', () => {
    expect(nodeModule('path').join('a', 'b')).toMatch(/^a.b$/);
  });

  it('throws with the remedy in a browser', () => {
    vi.stubGlobal('process', undefined);
    vi.stubGlobal('navigator', { userAgent: 'Chromium' });
    expect(runsInNode()).toBe(false);
    expect(environmentVariable('HOME')).toBeUndefined();
    expect(() => nodeModule('fs')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Node, which has files and folders. Received: 'Chromium'. In a browser pass \`baseUrl\`, the address of a folder with the files of the data set.]`,
    );
  });
});

describe('environmentVariable', () => {
  it('takes an empty value for none', () => {
    vi.stubEnv('TENLAB_TEST', '');
    expect(environmentVariable('TENLAB_TEST')).toBeUndefined();
    vi.stubEnv('TENLAB_TEST', 'x');
    expect(environmentVariable('TENLAB_TEST')).toBe('x');
  });
});
