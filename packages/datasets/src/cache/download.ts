import { inWords, TenlabError } from '@tenlab/core';
import { nodeModule } from '../platform/node-modules';
import { type Checksum, digestOfFile, partsOf } from './checksum';
import { diskError } from './disk-error';
import { type DownloadProgress, FetchFault, fetchInto } from './fetch-into';
import { shortPath } from './folder';
import { withLock } from './lock';
import { isOffline } from './offline';

export type DownloadOptions = Checksum & {
  /** Addresses of the same file, tried in order. */
  urls: readonly string[];
  /** Where the file goes. */
  path: string;
  /** The checksum is of what the gzip file holds: packers write different headers around the same contents. Default false. */
  packed?: boolean;
  /** Its number of bytes, where known. */
  size?: number | undefined;
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
  /** Milliseconds without a byte after which a connection counts as dead. Default 30,000. */
  stallTimeout?: number;
  /** Milliseconds before another attempt at the same address. Default 1,000. */
  retryDelay?: number;
  /** What else a user can do when no address works, as a sentence. */
  remedy?: string;
};

/** Attempts at one address that brought nothing new, before the next address. */
const fruitlessAttempts = 3;
const mostAttempts = 50;

/**
 * Fetches a file so that it is there whole and right, or not at all.
 *
 * It grows as `path.part`, is resumed where an earlier attempt or process stopped, and gets its name only once its checksum
 * (`sha256`, or `md5`) holds. Two processes that want the same file fetch it once. Returns the address it came from. Node only.
 *
 * Throws a {@link TenlabError}: `offline` where TENLAB_OFFLINE forbids it, `download-failed` with the reason of each address,
 * `disk-full`, `permission-denied` or `read-only-file-system` for what the disk refuses.
 *
 * @example
 * await download({ urls: ['https://example.org/mnist.npz'], path: '/data/mnist.npz', sha256: '731c5ac6…' });
 * // 'https://example.org/mnist.npz'
 */
export async function download(options: DownloadOptions): Promise<string> {
  const { urls, path } = options;
  const { promises } = nodeModule('fs');
  if (isOffline()) {
    throw new TenlabError({
      code: 'offline',
      place: shortPath(path),
      expected: 'the file to be there, as TENLAB_OFFLINE forbids downloads',
      received: inWords('no such file'),
      remedy: `Put it there (from ${urls.join(' or ')}), or unset TENLAB_OFFLINE.`,
    });
  }
  try {
    await promises.mkdir(nodeModule('path').dirname(path), { recursive: true });
    return await withLock(path, async () => {
      // Another process may have fetched it while this one waited.
      if ((await sizeOf(path)) > 0 && (await whyWrong(path, options)) === undefined) return urls[0] ?? path;
      const reasons: string[] = [];
      for (const url of urls) {
        const reason = await tryAddress(url, options);
        if (reason === undefined) return url;
        reasons.push(`${url}: ${reason}`);
      }
      throw failed(options, reasons);
    });
  } catch (error) {
    const explained = diskError(error, path);
    // What is half fetched helps the next attempt, but not on a disk that is full.
    if (TenlabError.isInstance(explained) && explained.code === 'disk-full')
      await promises.rm(`${path}.part`, { force: true });
    throw explained;
  }
}

/** Undefined where the file is there now; otherwise why not. */
async function tryAddress(url: string, options: DownloadOptions): Promise<string | undefined> {
  const { path, size, onProgress, stallTimeout = 30_000, retryDelay = 1_000 } = options;
  const { promises } = nodeModule('fs');
  const part = `${path}.part`;
  let reason = '';
  let fruitless = 0;
  for (let attempt = 0; attempt < mostAttempts && fruitless < fruitlessAttempts; attempt++) {
    if (attempt > 0) await new Promise((resume) => setTimeout(resume, retryDelay));
    const before = await sizeOf(part);
    try {
      await fetchInto({ url, part, size, stallTimeout, onProgress });
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error;
      reason = error.message;
      if (error.next === 'give-up') {
        // An answer that was refused at its first byte has left an empty file.
        if ((await sizeOf(part)) === 0) await promises.rm(part, { force: true });
        return reason;
      }
      if (error.next === 'restart') await promises.rm(part, { force: true });
      fruitless = (await sizeOf(part)) > before ? 0 : fruitless + 1;
      continue;
    }
    const wrong = await whyWrong(part, options);
    if (wrong === undefined) {
      await promises.rename(part, path);
      await syncFolder(nodeModule('path').dirname(path));
      return undefined;
    }
    reason = wrong;
    await promises.rm(part, { force: true });
    // What an earlier attempt left may have been at fault; a file fetched in one go is what this address has.
    if (before === 0) return reason;
    fruitless++;
  }
  return reason;
}

/** Undefined where the file has the checksum; otherwise what it has instead. */
async function whyWrong(path: string, options: DownloadOptions): Promise<string | undefined> {
  const [algorithm, expected] = partsOf(options);
  const { packed = false } = options;
  try {
    const received = await digestOfFile(path, { algorithm, unpack: packed });
    return received === expected ? undefined : `contents with ${algorithm} ${received}, not ${expected}`;
  } catch (error) {
    // zlib's own codes begin so; what the disk says is no fault of the contents.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      return `no whole gzip file (${error.message})`;
    }
    throw error;
  }
}

async function sizeOf(path: string): Promise<number> {
  const status = await nodeModule('fs')
    .promises.stat(path)
    .catch(() => undefined);
  return status?.size ?? 0;
}

/** Makes the new name survive a power cut. Windows has no such call for folders, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await nodeModule('fs').promises.open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function failed(
  { path, remedy = 'Or fetch the file another way and put it there.' }: DownloadOptions,
  reasons: readonly string[],
): TenlabError {
  return new TenlabError({
    code: 'download-failed',
    place: shortPath(path),
    expected: 'the file from one of its addresses',
    received: inWords(reasons.join('; ')),
    remedy: `Check the connection and try again: what has arrived is kept. ${remedy}`,
  });
}
