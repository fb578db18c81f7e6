import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileServer } from '../testing/file-server';
import { smallFiles, smallNpz, smallSet } from '../testing/small-set';
import { fetchIdxFiles, fetchNpz } from './fetch-to-folder';
import type { ImageSetDefinition } from './image-set';

const gzipped: ImageSetDefinition = {
  ...smallSet,
  gzipped: { folder: 'small', mirrors: [] },
  system: { folder: '/usr/share/small', package: 'Debian small' },
};
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenlab-fetch-'));
  vi.stubEnv('KERAS_HOME', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const packedFiles = (changes: Record<string, Uint8Array> = {}) =>
  Object.fromEntries(
    Object.entries({ ...smallFiles, ...changes }).map(([name, bytes]) => [`${name}.gz`, gzipSync(bytes)]),
  );

describe('fetchIdxFiles', () => {
  it('fetches each file from the first mirror that has it right, into the folder where Keras looks', async () => {
    const damaged = await new FileServer(packedFiles({ 'test-labels': new Uint8Array(12) })).start();
    const good = await new FileServer(packedFiles()).start();
    const { parts, source } = await fetchIdxFiles(gzipped, { mirrors: [damaged.base(), good.base()] });
    expect(parts.testLabels.shape).toEqual([4]);
    const place = join(folder, 'datasets', 'small');
    expect(source).toBe(`download from ${damaged.base()}/ and ${good.base()}/, kept in ${place}`);
    expect(readdirSync(place).sort()).toEqual(Object.keys(packedFiles()).sort());
    await Promise.all([damaged.stop(), good.stop()]);
  });

  it('says where it looked when it may not fetch', async () => {
    await expect(fetchIdxFiles(gzipped, { offline: true })).rejects.toMatchObject({
      code: 'offline',
      message: expect.stringContaining(
        'no npm package @tenlab/no-such-package, nothing in /usr/share/small, no small.npz or IDX',
      ),
    });
  });
});

describe('fetchNpz', () => {
  it('fetches the npz and names another way where no mirror has it', async () => {
    const server = await new FileServer(smallNpz()).start();
    const { source } = await fetchNpz(smallSet, { mirrors: [server.url('good')] });
    expect(source).toContain('kept as');
    rmSync(join(folder, 'datasets'), { recursive: true });
    await expect(fetchNpz(smallSet, { mirrors: [server.url('not-found')] })).rejects.toThrow('npm install');
    await server.stop();
  });
});
