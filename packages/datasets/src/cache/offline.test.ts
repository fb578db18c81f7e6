import { afterEach, describe, expect, it, vi } from 'vitest';
import { isOffline } from './offline';

afterEach(() => vi.unstubAllEnvs());

describe('isOffline', () => {
  it.each([
    ['', false],
    ['0', false],
    ['false', false],
    ['1', true],
    ['TRUE', true],
    ['yes', true],
  ])('TENLAB_OFFLINE=%s is %s', (value, offline) => {
    vi.stubEnv('TENLAB_OFFLINE', value);
    expect(isOffline()).toBe(offline);
  });

  it('refuses other values', () => {
    vi.stubEnv('TENLAB_OFFLINE', 'maybe');
    expect(isOffline).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: TENLAB_OFFLINE: 1 (no downloads) or 0 (downloads allowed). Received: 'maybe'. Set it to 1 or 0, or unset it.]`,
    );
  });
});
