import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Behaviour, FileServer } from '../testing/file-server';
import { type DownloadOptions, download } from './download';

const content = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 2654435761) >>> 13);
const sha256 = createHash('sha256').update(content).digest('hex');
const root = mkdtempSync(join(tmpdir(), 'tenlab-download-'));
const server = new FileServer(content);
let folder = '';
let path = '';

beforeAll(() => server.start());
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  path = join(folder, 'data.bin');
  server.requests.length = 0;
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true });
});

/** Waits for long, as a slow machine needs, but for servers that stall. */
function fetchFrom(behaviours: readonly Behaviour[], options: Partial<DownloadOptions> = {}): Promise<string> {
  const urls = behaviours.map((behaviour) => server.url(behaviour));
  const stallTimeout = behaviours.some((behaviour) => behaviour.startsWith('stall')) ? 500 : 60_000;
  return download({ urls, path, sha256, stallTimeout, retryDelay: 5, ...options } as DownloadOptions);
}

function expectWhole(): void {
  expect(readFileSync(path).equals(content)).toBe(true);
  expect(readdirSync(folder)).toEqual(['data.bin']);
}

describe('download', () => {
  it('fetches a file and tells its progress', async () => {
    const seen: number[] = [];
    expect(await fetchFrom(['good'], { onProgress: ({ received }) => seen.push(received) })).toBe(server.url('good'));
    expectWhole();
    expect(seen.at(-1)).toBe(300_000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('checks what a gzip file holds, whoever packed it', async () => {
    const packed = gzipSync(content);
    const other = await new FileServer({
      good: packed,
      bad: gzipSync(content.subarray(1)),
      half: packed.subarray(0, 900),
    }).start();
    const from = (name: string) =>
      download({ urls: [`${other.base()}/${name}`], path, sha256, packed: true, retryDelay: 1 });
    await expect(from('bad')).rejects.toThrow('contents with sha256');
    await expect(from('half')).rejects.toThrow('no whole gzip file (unexpected end of file)');
    expect(readdirSync(folder)).toEqual([]);
    await from('good');
    expect(readFileSync(path).equals(packed)).toBe(true);
    await other.stop();
  });

  it('takes an MD5 where nothing better is published', async () => {
    const md5 = createHash('md5').update(content).digest('hex');
    await download({ urls: [server.url('good')], path, md5 });
    expectWhole();
    rmSync(path);
    await expect(download({ urls: [server.url('flipped-byte')], path, md5, retryDelay: 1 })).rejects.toThrow(
      `not ${md5}`,
    );
  });

  it('makes the folder', async () => {
    path = join(folder, 'a', 'b', 'data.bin');
    await fetchFrom(['good']);
    expect(existsSync(path)).toBe(true);
  });

  it.each<[Behaviour, number]>([
    ['redirect', 1],
    ['stall-once', 2],
    ['truncate-once', 2],
    ['busy-once', 2],
    ['no-range', 1],
  ])('gets the whole file from a server that shows %s', async (behaviour, requests) => {
    await fetchFrom([behaviour]);
    expectWhole();
    expect(server.requests.filter((request) => request.behaviour === behaviour)).toHaveLength(requests);
  });

  it('asks only for the rest after a stall', async () => {
    await fetchFrom(['stall-once']);
    expect(server.requests.map(({ range }) => range)).toEqual([undefined, 'bytes=150000-']);
  });

  it.each<[Behaviour, string]>([
    ['good', 'bytes=1000-'],
    ['no-range', 'bytes=1000-'],
    ['lying-range', 'bytes=1000-'],
  ])('goes on from what an earlier process left, with a server that shows %s', async (behaviour, range) => {
    writeFileSync(`${path}.part`, content.subarray(0, 1000));
    await fetchFrom([behaviour]);
    expectWhole();
    expect(server.requests[0]?.range).toBe(range);
  });

  it.each([
    ['is wrong', content.slice().fill(7, 0, 1000).subarray(0, 1000)],
    ['is as long as the file', new Uint8Array(300_000)],
    ['is longer than the file', new Uint8Array(400_000)],
  ])('starts over where what was left %s', async (_, left) => {
    writeFileSync(`${path}.part`, left);
    await fetchFrom(['good']);
    expectWhole();
    rmSync(path);
    writeFileSync(`${path}.part`, left);
    await fetchFrom(['good'], { size: 300_000 });
    expectWhole();
  });

  it.each<[Behaviour, string]>([
    ['stall', 'nothing came for 0.5 s'],
    ['stall-before-answer', 'nothing came for 0.5 s'],
    ['truncate', 'other side closed'],
    ['html', 'a web page instead of data'],
    ['html-as-data', 'a web page instead of data'],
    ['not-found', 'HTTP 404'],
    ['redirect-loop', 'redirect count exceeded'],
    ['flipped-byte', 'contents with sha256'],
    ['truncate-chunked', 'contents with sha256'],
    ['too-long', 'contents with sha256'],
  ])('refuses a mirror that shows %s, with the reason, and takes the next', async (behaviour, reason) => {
    await expect(fetchFrom([behaviour])).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining(reason),
    });
    expect(existsSync(path)).toBe(false);
    expect(await fetchFrom([behaviour, 'good'])).toBe(server.url('good'));
    expectWhole();
  });

  it.each<[Behaviour, string]>([
    ['too-long', 'more than the 300000 bytes'],
    ['truncate-chunked', 'the connection ended after 150000 of 300000 bytes'],
  ])('knows by the size that %s is wrong', async (behaviour, reason) => {
    await expect(fetchFrom([behaviour], { size: 300_000 })).rejects.toThrow(reason);
    expect(existsSync(path)).toBe(false);
  });

  it('says the reason of each address', async () => {
    const gone = 'http://127.0.0.1:1/data.bin';
    const error = await download({ urls: [server.url('html'), gone], path, sha256, retryDelay: 1 }).catch(
      (reason: unknown) => reason,
    );
    expect(
      String(error)
        .replaceAll(/:\d{2,5}/g, ':PORT')
        .replace(folder, '/data'),
    ).toMatchInlineSnapshot(
      `"TenlabError: /data/data.bin: the file from one of its addresses. Received: http://127.0.0.1:PORT/html: a web page instead of data (a sign-in page or proxy?); http://127.0.0.1:1/data.bin: bad port. Check the connection and try again: what has arrived is kept. Or fetch the file another way and put it there."`,
    );
  });

  it('fetches once for two that want it at the same time', async () => {
    await Promise.all([fetchFrom(['good']), fetchFrom(['good'])]);
    expect(server.requests).toHaveLength(1);
    expectWhole();
  });

  it('does not fetch what is there, and replaces what is damaged', async () => {
    writeFileSync(path, content);
    await fetchFrom(['good']);
    expect(server.requests).toHaveLength(0);
    writeFileSync(path, 'damaged');
    await fetchFrom(['good']);
    expectWhole();
  });

  it('never goes out when TENLAB_OFFLINE is set', async () => {
    vi.stubEnv('TENLAB_OFFLINE', '1');
    await expect(fetchFrom(['good'])).rejects.toMatchObject({ code: 'offline' });
    expect(server.requests).toHaveLength(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('explains a folder that is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    path = join(folder, 'file', 'data.bin');
    await expect(fetchFrom(['good'])).rejects.toMatchObject({ code: 'not-a-folder' });
  });

  const isRoot = process.getuid?.() === 0;
  it.skipIf(isRoot || process.platform === 'win32')(
    `explains a folder that may not be written to${isRoot ? ' (skipped: root may write everywhere)' : ''}`,
    async () => {
      chmodSync(folder, 0o500);
      await expect(fetchFrom(['good'])).rejects.toMatchObject({ code: 'permission-denied' });
      chmodSync(folder, 0o700);
    },
  );
});

const noMount = whyNoMount();
describe.skipIf(noMount)(`download on a full disk${noMount ? ` (skipped: ${noMount})` : ''}`, () => {
  const disk = join(root, 'disk');

  beforeAll(() => {
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk]);
  });
  afterAll(() => execFileSync('umount', [disk]));

  it('says so and leaves nothing', async () => {
    path = join(disk, 'data.bin');
    const error = await fetchFrom(['good']).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'TenlabError', code: 'disk-full', received: 'ENOSPC' });
    expect(readdirSync(disk)).toEqual([]);
  });

  it('says so when not even the lock fits', async () => {
    writeFileSync(join(disk, 'filler'), new Uint8Array(128 * 1024));
    path = join(disk, 'data.bin');
    await expect(fetchFrom(['good'])).rejects.toMatchObject({ code: 'disk-full' });
    expect(readdirSync(disk)).toEqual(['filler']);
  });
});

function whyNoMount(): string | undefined {
  if (process.platform !== 'linux') return 'needs a tmpfs mount, which only Linux has';
  if (process.getuid?.() !== 0) return 'mounting a small disk needs root';
  const place = mkdtempSync(join(tmpdir(), 'tenlab-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'pipe' });
    execFileSync('umount', [place]);
    return undefined;
  } catch {
    return 'this machine does not allow mounting';
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
