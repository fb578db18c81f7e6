import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultStream, hasColors } from './text-stream';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('defaultStream', () => {
  it('is stderr in Node: stdout stays free for results', () => {
    expect(defaultStream()).toBe(process.stderr);
  });

  it('is the console in a browser', () => {
    vi.stubGlobal('process', undefined);
    const info = vi.spyOn(console, 'info').mockReturnValue();
    defaultStream().write('Epoch 1/2\n');
    expect(info).toHaveBeenCalledExactlyOnceWith('Epoch 1/2');
  });
});

describe('hasColors', () => {
  it('is for terminals, unless NO_COLOR is set', () => {
    vi.stubEnv('NO_COLOR', '');
    expect(hasColors({ write: () => {}, isTTY: true })).toBe(true);
    expect(hasColors({ write: () => {} })).toBe(false);
    vi.stubEnv('NO_COLOR', '1');
    expect(hasColors({ write: () => {}, isTTY: true })).toBe(false);
  });
});
