import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { needs } from '@tenlab/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fashionMnist, fashionMnistDefinition } from './fashion-mnist';
import { findImageSet } from './sources/find-image-set';
import { findPackage } from './sources/npm-package';
import { FileServer } from './testing/file-server';

const data = join(findPackage('@tenlab/sample-data')!.folder, 'data', 'fashion-mnist');
// As on a machine without Debian's package, whatever this one has.
const withoutSystem = { ...fashionMnistDefinition, system: { folder: '/nowhere', package: 'none' } };
const part = / \(a part of the set: 12000 \+ 2000 images\)$/;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenlab-fashion-'));
  vi.stubEnv('KERAS_HOME', join(folder, 'keras'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('fashionMnist', () => {
  it('reads the part that is installed, evenly many of each class', async () => {
    const found = await findImageSet(withoutSystem, {});
    expect(found.source).toMatch(/^npm @tenlab\/sample-data \d/);
    expect([found.parts.trainImages.shape, found.parts.testImages.shape]).toEqual([
      [12000, 28, 28],
      [2000, 28, 28],
    ]);
  });

  it('reads a copy of the part, and says that it is one', async () => {
    const { train, test, source, licence, classNames } = await copyOfPart();
    expect(source).toMatch(part);
    expect(licence).toBe('MIT');
    expect([train.x.shape, test.y.shape]).toEqual([[12000, 28, 28, 1], [2000]]);
    // The first training labels as every tutorial prints them.
    expect([...train.y.data.subarray(0, 5)]).toEqual([9, 0, 0, 3, 0]);
    expect(classNames[test.y.data[0]!]).toBe('Ankle boot');

    async function copyOfPart() {
      const web = await new FileServer(filesOfPart()).start();
      const set = await fashionMnist({ baseUrl: web.base() });
      await web.stop();
      return set;
    }
  });

  it('takes the part only, where that is asked for', async () => {
    const { train, source } = await fashionMnist({ bundled: true });
    expect(source).toMatch(part);
    expect(train.x.length).toBe(12_000);
  });

  it('takes the whole set only, where that is asked for', async () => {
    await expect(findImageSet(withoutSystem, { full: true, offline: true })).rejects.toMatchObject({
      code: 'offline',
      message: expect.stringContaining('nothing in /nowhere'),
    });
  });

  it('refuses a part in place of the whole set in a folder, as it cannot tell it from damage', async () => {
    mkdirSync(join(folder, 'own'));
    cpSync(data, join(folder, 'own'), { recursive: true });
    await expect(fashionMnist({ folder: join(folder, 'own') })).rejects.toMatchObject({ code: 'invalid-file' });
  });

  it('knows the checksums of the part', () => {
    for (const { name, size, sha256 } of Object.values(fashionMnistDefinition.sample.idx)) {
      const bytes = gunzipSync(readFileSync(join(data, `${name}.gz`)));
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256]);
    }
  });

  it('refuses options that do not exist or do not go together', async () => {
    // @ts-expect-error: an option that does not exist
    await expect(fashionMnist({ ofline: true })).rejects.toThrow('Did you mean `offline`?');
    await expect(fashionMnist({ baseUrl: 'https://example.org', full: true })).rejects.toThrow('`baseUrl` alone');
  });
});

needs({ path: new URL(`file://${fashionMnistDefinition.system.folder}/`), what: "Debian's dataset-fashion-mnist" })(
  "fashionMnist with Debian's package",
  () => {
    it('reads the whole set there', async () => {
      const { train, test, source } = await fashionMnist({ full: true, offline: true });
      expect(source).toBe('Debian dataset-fashion-mnist (/usr/share/datasets/fashion-mnist)');
      expect([train.x.length, test.x.length]).toEqual([60000, 10000]);
    });
  },
);

function filesOfPart(): Record<string, Uint8Array> {
  const names = Object.values(fashionMnistDefinition.sample.idx).map(({ name }) => `fashion-mnist/${name}.gz`);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(data, '..', name))]));
}
