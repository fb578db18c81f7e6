import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderFiles } from './folder-files';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenlab-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('writes files into folders that it makes, and tells of each', async () => {
  const written: string[] = [];
  const files = folderFiles(folder, (path) => written.push(path));
  await files.write('training_1/z', Uint8Array.of(1, 2));
  await files.write('training_1/in/a', Uint8Array.of(3));
  expect(written).toEqual([join(folder, 'training_1', 'z'), join(folder, 'training_1', 'in', 'a')]);
  expect([...(await readFile(written[0]!))]).toEqual([1, 2]);
  expect([...(await files.read('training_1/z'))!]).toEqual([1, 2]);
  expect(await files.list('training_1')).toEqual(['z']);
});

it('gives nothing where there is nothing, and does not hide other errors', async () => {
  const files = folderFiles(folder);
  expect(await files.read('training_1/none')).toBeUndefined();
  expect(await files.list('training_2')).toEqual([]);
  await files.write('file', Uint8Array.of(1));
  await expect(files.list('file')).rejects.toMatchObject({ code: 'ENOTDIR' });
});
