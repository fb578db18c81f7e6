import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from './cache-folder';

describe('cacheFolder', () => {
  it.each([
    ['linux', {}, join(homedir(), '.cache', 'tenlab')],
    ['linux', { XDG_CACHE_HOME: '/var/cache' }, '/var/cache/tenlab'],
    ['linux', { XDG_CACHE_HOME: 'relative' }, join(homedir(), '.cache', 'tenlab')],
    ['darwin', { XDG_CACHE_HOME: '/var/cache' }, join(homedir(), 'Library', 'Caches', 'tenlab')],
    ['win32', { LOCALAPPDATA: 'D:/Local' }, join('D:/Local', 'tenlab', 'Cache')],
    ['win32', {}, join(homedir(), 'AppData', 'Local', 'tenlab', 'Cache')],
    ['linux', { TENLAB_CACHE: '/data/cache', XDG_CACHE_HOME: '/var/cache' }, '/data/cache'],
    ['linux', { TENLAB_CACHE: 'cache' }, resolve('cache')],
    ['linux', { TENLAB_CACHE: '' }, join(homedir(), '.cache', 'tenlab')],
  ])('%s with %j', (platform, environment, folder) => {
    expect(cacheFolder(environment, platform)).toBe(folder);
  });

  it('reads this process by default', () => {
    expect(cacheFolder()).toBe(cacheFolder(process.env, process.platform));
  });
});
