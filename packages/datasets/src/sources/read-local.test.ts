import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallFiles, smallNpz, smallSet } from '../testing/small-set';
import { readIdxFolder, readNpzFolder } from './read-local';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenlab-local-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
const idx = () => readIdxFolder(smallSet, folder, 'Fetch it again.');

describe('readIdxFolder', () => {
  it('finds nothing in an empty folder, and in none', async () => {
    expect(await idx()).toBeUndefined();
    expect(await readIdxFolder(smallSet, join(folder, 'none'), '')).toBeUndefined();
  });

  it('reads plain and gzipped files side by side, the plain one first', async () => {
    for (const [name, bytes] of Object.entries(smallFiles)) write(`${name}.gz`, gzipSync(bytes));
    write('train-labels', smallFiles['train-labels']!);
    write('train-labels.gz', Uint8Array.of(1, 2, 3));
    expect((await idx())?.trainLabels.shape).toEqual([6]);
  });

  it('refuses a damaged gzip file', async () => {
    for (const [name, bytes] of Object.entries(smallFiles)) write(name, bytes);
    rmSync(join(folder, 'test-labels'));
    write('test-labels.gz', gzipSync(smallFiles['test-labels']!).subarray(0, 15));
    await expect(idx()).rejects.toMatchObject({ code: 'invalid-file', place: join(folder, 'test-labels.gz') });
  });

  it('names what is missing', async () => {
    write('train-images', smallFiles['train-images']!);
    await expect(idx()).rejects.toThrow('Received: all but train-labels, test-images, test-labels.');
  });
});

describe('readNpzFolder', () => {
  it('reads the npz, if it is there', async () => {
    expect(await readNpzFolder(smallSet, folder)).toBeUndefined();
    write('small.npz', smallNpz());
    expect((await readNpzFolder(smallSet, folder))?.testImages.shape).toEqual([4, 2, 3]);
  });

  it('says of a damaged one what to do: the published one can take its place', async () => {
    write('small.npz', smallNpz().subarray(0, 100));
    await expect(readNpzFolder(smallSet, folder)).rejects.toMatchObject({
      code: 'truncated-file',
      place: join(folder, 'small.npz'),
      remedy: 'Move this file away: the published one is fetched in its place.',
    });
  });
});
