import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder } from './make-folder';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenlab-make-folder-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('makes all folders of a path, and does nothing the second time', async () => {
  const path = join(folder, 'a', 'b');
  await makeFolder(path);
  await makeFolder(path);
  expect((await stat(path)).isDirectory()).toBe(true);
});

it('says what stands in the way', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file', 'c'))).rejects.toThrow(
    expect.objectContaining({ code: 'not-a-folder', place: join(folder, 'file', 'c') }),
  );
});
