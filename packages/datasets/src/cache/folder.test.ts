import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { kerasFolder, shortPath } from './folder';

afterEach(() => vi.unstubAllEnvs());

describe('kerasFolder', () => {
  it('is the one of Keras', () => {
    vi.stubEnv('KERAS_HOME', '');
    expect(kerasFolder()).toBe(join(homedir(), '.keras', 'datasets'));
    vi.stubEnv('KERAS_HOME', join('/', 'data', 'keras'));
    expect(kerasFolder()).toBe(join('/', 'data', 'keras', 'datasets'));
  });
});

describe('shortPath', () => {
  it('writes ~ for the home folder and leaves others', () => {
    expect(shortPath(join(homedir(), '.keras', 'a.npz'))).toBe(join('~', '.keras', 'a.npz'));
    expect(shortPath(join('/', 'data', 'a.npz'))).toBe(join('/', 'data', 'a.npz'));
  });
});
