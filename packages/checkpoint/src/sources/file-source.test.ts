import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileSource } from './file-source';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-source-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('fileSource', () => {
  const path = join(folder, 'a.bin');

  it('reads ranges of a file', async () => {
    writeFileSync(path, Uint8Array.of(1, 2, 3, 4));
    const source = await fileSource(path);
    expect(source.size).toBe(4);
    expect([...(await source.read(1, 3))]).toEqual([2, 3]);
    await expect(source.read(0, 5)).rejects.toMatchObject({ code: 'truncated-file', place: path });
    await source.close();
  });

  it('notices a file that became shorter', async () => {
    writeFileSync(path, new Uint8Array(100));
    const source = await fileSource(path);
    truncateSync(path, 10);
    await expect(source.read(0, 100)).rejects.toThrow('a file of 10 bytes');
    await source.close();
  });

  it('says why a file cannot be opened', async () => {
    await expect(fileSource(join(folder, 'none'))).rejects.toMatchObject({ code: 'file-missing' });
    await expect(fileSource(folder)).rejects.toMatchObject({ code: 'is-a-folder' });
  });
});
