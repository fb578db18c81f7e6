import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The folder where tenlab keeps what can be fetched again: data sets, above all. It is named, not created.
 *
 * | where | folder |
 * |---|---|
 * | TENLAB_CACHE is set | that folder |
 * | Linux and others | $XDG_CACHE_HOME/tenlab, else ~/.cache/tenlab |
 * | macOS | ~/Library/Caches/tenlab |
 * | Windows | %LOCALAPPDATA%\tenlab\Cache |
 *
 * @param environment the variables to read; default `process.env`
 * @param platform default `process.platform`
 *
 * @example
 * cacheFolder({ XDG_CACHE_HOME: '/var/cache' }, 'linux'); // '/var/cache/tenlab'
 */
export function cacheFolder(
  environment: Record<string, string | undefined> = process.env,
  platform: string = process.platform,
): string {
  if (environment.TENLAB_CACHE) return resolve(environment.TENLAB_CACHE);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'tenlab');
  if (platform === 'win32') {
    return join(environment.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'tenlab', 'Cache');
  }
  // The specification says that a relative path here is to be ignored.
  const base = environment.XDG_CACHE_HOME?.startsWith('/') ? environment.XDG_CACHE_HOME : join(homedir(), '.cache');
  return join(base, 'tenlab');
}
