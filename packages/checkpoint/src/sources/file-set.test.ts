import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderFiles, memoryFiles } from './file-set';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-set-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'a.bin'), Uint8Array.of(1, 2));

describe.each([
  ['folderFiles', folderFiles(folder)],
  ['memoryFiles', memoryFiles(new Map([['a.bin', Uint8Array.of(1, 2)]]), 'files')],
])('%s', (_, files) => {
  it('opens a file by its name', async () => {
    const source = await files.open('a.bin');
    expect([...(await source.read(0, 2))]).toEqual([1, 2]);
    await source.close();
    expect(await files.list()).toEqual(['a.bin']);
  });

  it('says what is missing', async () => {
    await expect(files.open('b.bin')).rejects.toMatchObject({ code: 'file-missing' });
  });

  it.each(['../a.bin', '/etc/passwd', '..', '', 'x/y', 'x\\y', 'C:x', 'a\0'])('refuses %j', async (name) => {
    await expect(files.open(name)).rejects.toThrow('the name of a file beside this one');
  });
});

it('memoryFiles takes Blobs too', async () => {
  const source = await memoryFiles(new Map([['b', new Blob([Uint8Array.of(7)])]]), 'files').open('b');
  expect([...(await source.read(0, 1))]).toEqual([7]);
});
