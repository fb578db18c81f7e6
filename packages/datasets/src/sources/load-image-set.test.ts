import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileServer } from '../testing/file-server';
import { npy, smallFiles, smallNpz, smallSet } from '../testing/small-set';
import { loadImageSet } from './load-image-set';

const root = mkdtempSync(join(tmpdir(), 'tenlab-image-set-'));
const server = new FileServer(smallNpz());
let folder = '';

beforeAll(() => server.start());
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  vi.stubEnv('KERAS_HOME', join(folder, 'keras'));
  server.requests.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true });
});

function write(files: Readonly<Record<string, Uint8Array>>, to = folder): void {
  mkdirSync(to, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(to, name), bytes);
}

function installPackage(data: Readonly<Record<string, Uint8Array>>): void {
  const place = join(folder, 'node_modules', '@tenlab', 'no-such-package');
  write(data, join(place, 'data'));
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name: '@tenlab/no-such-package', version: '1.2.3' }));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
}

const keras = () => join(folder, 'keras', 'datasets');

describe('loadImageSet', () => {
  it('shapes images and labels, and names the classes', async () => {
    write(smallFiles);
    const set = await loadImageSet(smallSet, { folder });
    expect(set).toMatchObject({ name: 'small', source: folder, classNames: ['a', 'b', 'c'] });
    expect([set.train.x.shape, set.train.y.shape]).toEqual([[6, 2, 3, 1], [6]]);
    expect([set.test.x.shape, set.test.y.shape]).toEqual([[4, 2, 3, 1], [4]]);
    expect([...set.train.x.data.subarray(0, 3), ...set.test.y.data]).toEqual([0, 7, 14, 2, 1, 0, 2]);
  });

  it('looks into the npm package first, then into the folder of Keras, then fetches', async () => {
    installPackage(smallFiles);
    write({ 'small.npz': smallNpz() }, keras());
    const options = { mirrors: [server.url('good')] };
    const fromPackage = await loadImageSet(smallSet, options);
    expect(fromPackage.source).toBe('npm @tenlab/no-such-package 1.2.3');
    rmSync(join(folder, 'node_modules'), { recursive: true });
    const fromKeras = await loadImageSet(smallSet, options);
    expect(fromKeras.source).toBe(join(keras(), 'small.npz'));
    expect(server.requests).toHaveLength(0);
    rmSync(keras(), { recursive: true });
    const fromMirror = await loadImageSet(smallSet, options);
    expect(fromMirror.source).toBe(`download from ${server.url('good')}, kept as ${join(keras(), 'small.npz')}`);
    expect(new Set([fromPackage, fromKeras, fromMirror].map((set) => set.sha256)).size).toBe(1);
    expect(fromMirror.train).toEqual(fromPackage.train);
  });

  it('keeps what it fetched: the second time nothing is asked for', async () => {
    const seen: number[] = [];
    await loadImageSet(smallSet, {
      folder,
      mirrors: [server.url('html'), server.url('good')],
      onProgress: ({ received }) => seen.push(received),
    });
    expect(readdirSync(folder)).toEqual(['small.npz']);
    expect(seen.at(-1)).toBe(smallNpz().length);
    const asked = server.requests.length;
    const set = await loadImageSet(smallSet, { folder });
    expect(set.source).toBe(join(folder, 'small.npz'));
    expect(server.requests).toHaveLength(asked);
  });

  it('unpacks gzipped IDX files', async () => {
    write(Object.fromEntries(Object.entries(smallFiles).map(([name, bytes]) => [`${name}.gz`, gzipSync(bytes)])));
    expect((await loadImageSet(smallSet, { folder })).train.x.length).toBe(6);
    write({ 'train-images.gz': gzipSync(new Uint8Array(1_000_000)) });
    await expect(loadImageSet(smallSet, { folder })).rejects.toThrow('a gzip file of 52 bytes when unpacked');
  });

  it('reads the files at an address', async () => {
    const web = await new FileServer(smallFiles).start();
    const baseUrl = web.base();
    const seen: string[] = [];
    const set = await loadImageSet(smallSet, { baseUrl, onProgress: ({ url }) => seen.push(url) });
    expect(set.source).toBe(`download from ${baseUrl}`);
    expect(set.train.x.length).toBe(6);
    expect(new Set(seen).size).toBe(4);
    await expect(loadImageSet(smallSet, { baseUrl: `${baseUrl}/none` })).rejects.toMatchObject({
      code: 'download-failed',
    });
    await web.stop();
  });

  it('takes a smaller npz of the same shape, and says that it is not the published set', async () => {
    const npz = smallNpz({
      testImages: npy('|u1', [1, 2, 3], new Uint8Array(6)),
      testLabels: npy('<i8', [1], Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0)),
    });
    write({ 'small.npz': npz });
    const set = await loadImageSet(smallSet, { folder });
    expect(set.source).toBe(`${join(folder, 'small.npz')} (not the published set: 6 + 1 images of its own)`);
    expect([...set.test.y.data]).toEqual([2]);
  });
});

describe('loadImageSet on damaged data', () => {
  it.each(Object.keys(smallFiles))('refuses a flipped byte anywhere in %s', async (name) => {
    const bytes = smallFiles[name]!;
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1 << (at % 8);
      write({ ...smallFiles, [name]: damaged });
      await expect(loadImageSet(smallSet, { folder }), `byte ${at}`).rejects.toMatchObject({
        name: 'TenlabError',
        code: 'checksum-mismatch',
        place: join(folder, name),
      });
    }
  });

  it('says how long a truncated file is and how long it should be', async () => {
    write({ ...smallFiles, 'train-images': smallFiles['train-images']!.subarray(0, 20) });
    const error = await loadImageSet(smallSet, { folder }).catch((reason: unknown) => reason);
    expect(String(error).replace(folder, '/data')).toMatchInlineSnapshot(
      `"TenlabError: /data/train-images: 52 bytes. Received: 20 bytes. Fetch the file again, or move the IDX files out of this folder to have the set downloaded into it."`,
    );
  });

  it('never passes over a damaged npm package in silence', async () => {
    installPackage({ ...smallFiles, 'test-labels': new Uint8Array(12) });
    write({ 'small.npz': smallNpz() }, keras());
    await expect(loadImageSet(smallSet, {})).rejects.toThrow('npm install --force @tenlab/no-such-package');
    rmSync(join(folder, 'node_modules'), { recursive: true });
    installPackage({});
    await expect(loadImageSet(smallSet, {})).rejects.toMatchObject({ code: 'missing-file' });
  });

  it('says which IDX files are missing', async () => {
    const { 'test-labels': _, ...others } = smallFiles;
    write(others);
    await expect(loadImageSet(smallSet, { folder })).rejects.toThrow('Received: all but test-labels.');
  });

  it.each([
    ['a flipped byte', () => flip(smallNpz(), 150), 'contents with CRC-32'],
    ['a file cut in half', () => smallNpz().subarray(0, 300), 'a zip file, which ends with a directory'],
    [
      'images of another size',
      () => smallNpz({ trainImages: npy('|u1', [6, 3, 2], new Uint8Array(36)) }),
      'images as uint8 of shape [count, 2, 3]. Received: uint8 of shape [6,3,2].',
    ],
    [
      'images of floats',
      () => smallNpz({ trainImages: npy('<f4', [1, 2, 3], new Uint8Array(24)) }),
      'Received: float32 of shape [1,2,3].',
    ],
    [
      'too few labels',
      () => smallNpz({ testLabels: npy('|u1', [3], new Uint8Array(3)) }),
      'a label for each of the 4 images',
    ],
    [
      'a label out of range',
      () => smallNpz({ testLabels: npy('|u1', [4], Uint8Array.of(0, 1, 12, 2)) }),
      'small.npz, y_test: labels from 0 to 2. Received: 12.',
    ],
  ])('refuses an npz with %s', async (_, make, message) => {
    write({ 'small.npz': make() });
    await expect(loadImageSet(smallSet, { folder })).rejects.toThrow(message);
  });

  it('lets no wrong file of a mirror into the folder', async () => {
    for (const behaviour of ['flipped-byte', 'html', 'truncate-chunked'] as const) {
      await expect(loadImageSet(smallSet, { folder, mirrors: [server.url(behaviour)] })).rejects.toMatchObject({
        code: 'download-failed',
      });
      expect(existsSync(join(folder, 'small.npz'))).toBe(false);
    }
  });

  it('leaves a damaged file where it is: it may be someone’s own', async () => {
    write({ 'small.npz': new Uint8Array(5) });
    await expect(loadImageSet(smallSet, { folder, mirrors: [server.url('good')] })).rejects.toThrow(
      'Move this file away',
    );
    expect(readFileSync(join(folder, 'small.npz'))).toHaveLength(5);
  });
});

describe('loadImageSet offline', () => {
  it.each([
    ['the option', { offline: true }, ''],
    ['TENLAB_OFFLINE', {}, '1'],
  ])('says where it looked and what to do, by %s', async (_, options, variable) => {
    vi.stubEnv('TENLAB_OFFLINE', variable);
    const error = await loadImageSet(smallSet, { ...options, mirrors: [server.url('good')] }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'offline', place: 'small' });
    expect(String(error)).toContain('Received: no npm package @tenlab/no-such-package, no small.npz or IDX files in');
    expect(server.requests).toHaveLength(0);
  });

  it('still reads what is on this machine', async () => {
    write(smallFiles);
    expect((await loadImageSet(smallSet, { folder, offline: true })).train.x.length).toBe(6);
  });
});

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 1;
  return copy;
}
