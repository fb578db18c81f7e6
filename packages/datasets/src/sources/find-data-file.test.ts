import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileServer } from '../testing/file-server';
import { type DataFile, type FileSetOptions, findDataFile } from './find-data-file';

const content = new TextEncoder().encode('x,y\n1,2\n'.repeat(100));
const sha256 = createHash('sha256').update(content).digest('hex');
const plain: DataFile = { name: 'points.csv', size: content.length, sha256, mirrors: [] };
const packed: DataFile = { ...plain, name: 'points.csv.gz' };
let folder = '';
let server: FileServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenlab-file-'));
  vi.stubEnv('KERAS_HOME', join(folder, 'keras'));
  vi.stubEnv('TENLAB_OFFLINE', '');
  server = await new FileServer({
    'points.csv': content,
    'points.csv.gz': gzipSync(content),
    'wrong/points.csv': content.slice().fill(0, 5, 6),
    'wrong/points.csv.gz': gzipSync(content.subarray(1)),
    'page/points.csv': new TextEncoder().encode('<html>Sign in</html>'),
  }).start();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
  await server.stop();
});

const find = (file: DataFile, options: FileSetOptions = {}) => findDataFile('points', file, options);
const put = (place: string, name: string, bytes: Uint8Array) => {
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, name), bytes);
};
const keras = () => join(folder, 'keras', 'datasets');

describe('findDataFile', () => {
  it.each([plain, packed])('fetches $name once, checks it and keeps it where Keras keeps its files', async (file) => {
    const mirrors = [`${server.base()}/wrong/${file.name}`, `${server.base()}/${file.name}`];
    const first = await find(file, { mirrors });
    expect(Buffer.compare(first.bytes, content)).toBe(0);
    expect(first.source).toBe(`download from ${mirrors[1]}, kept as ${join(keras(), file.name)}`);
    const second = await find(file, { offline: true });
    expect([second.source, second.bytes.length]).toEqual([join(keras(), file.name), content.length]);
  });

  it('takes the file of its name from a mirror that is a folder', async () => {
    expect((await find(plain, { mirrors: [`${server.base()}/`] })).source).toContain(`${server.base()}/points.csv`);
  });

  it('looks only into the folder named', async () => {
    put(keras(), 'points.csv', content);
    await expect(find(plain, { folder, offline: true })).rejects.toMatchObject({ code: 'offline' });
    put(folder, 'points.csv', content);
    expect((await find(plain, { folder })).source).toBe(join(folder, 'points.csv'));
  });

  it('takes a packed file that someone has unpacked', async () => {
    put(keras(), 'points.csv', content);
    expect((await find(packed)).source).toBe(join(keras(), 'points.csv'));
  });

  it('finds what the samples have', async () => {
    const place = join(folder, 'node_modules', '@tenlab', 'sample-data');
    put(join(place, 'data'), 'points.csv', content);
    writeFileSync(join(place, 'package.json'), '{"version":"9.9.9"}');
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    // The samples of this workspace are found before those of the folder, and have no such file.
    await expect(find({ ...plain, sample: true }, { offline: true })).rejects.toThrow(
      'npm install @tenlab/sample-data',
    );
  });

  it('takes nothing but what a package brings, where that is asked for', async () => {
    put(keras(), 'points.csv', content);
    await expect(find(plain, { bundled: true })).rejects.toMatchObject({ code: 'missing-package' });
  });

  it('reads a file at an address, packed or unpacked on the way', async () => {
    const baseUrl = server.base();
    for (const file of [plain, packed]) expect((await find(file, { baseUrl })).bytes.length).toBe(content.length);
    await expect(find(plain, { baseUrl: `${baseUrl}/wrong` })).rejects.toMatchObject({ code: 'checksum-mismatch' });
    await expect(find(packed, { baseUrl: `${baseUrl}/wrong` })).rejects.toMatchObject({ code: 'invalid-file' });
  });

  it('lets no wrong file of a mirror into the folder', async () => {
    for (const path of ['wrong/points.csv', 'page/points.csv', 'none']) {
      await expect(find(plain, { mirrors: [`${server.base()}/${path}`] })).rejects.toMatchObject({
        code: 'download-failed',
      });
      expect(existsSync(keras()) ? readdirSync(keras()) : []).toEqual([]);
    }
  });

  it('never passes over a damaged file in silence', async () => {
    put(keras(), 'points.csv', content.subarray(1));
    const mirrors = [`${server.base()}/points.csv`];
    await expect(find(plain, { mirrors })).rejects.toMatchObject({
      code: 'truncated-file',
      place: join(keras(), 'points.csv'),
      remedy: expect.stringContaining('Move this file away'),
    });
  });

  it('takes a file with other contents for a set of someone’s own, where that may be', async () => {
    put(keras(), 'points.csv', content.subarray(1));
    const found = await find({ ...plain, mayBeOwn: true });
    expect([found.published, found.bytes.length]).toEqual([false, content.length - 1]);
    put(keras(), 'points.csv', content);
    expect((await find({ ...plain, mayBeOwn: true })).published).toBe(true);
  });

  it('says offline where it looked and what to do', async () => {
    vi.stubEnv('TENLAB_OFFLINE', '1');
    await expect(find({ ...plain, mirrors: ['https://example.org/points.csv'] })).rejects.toThrow(
      /points: the data on this machine, as downloads are off \(TENLAB_OFFLINE\)\. Received: no points\.csv in .*Put points\.csv at .*example\.org/,
    );
  });
});
