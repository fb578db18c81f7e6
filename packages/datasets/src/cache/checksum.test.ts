import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { expectSha256, sha256OfFile } from './checksum';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-checksum-'));
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

afterAll(() => rmSync(folder, { recursive: true }));

describe('expectSha256', () => {
  it('passes the right bytes and names file, sums and remedy for others', async () => {
    await expectSha256(new TextEncoder().encode('abc'), abc, 'a.txt', '');
    await expect(
      expectSha256(new TextEncoder().encode('abd'), abc, 'a.txt', 'Fetch it again.'),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: a.txt: contents with sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad. Received: a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9. Fetch it again.]`,
    );
  });
});

describe('sha256OfFile', () => {
  it('reads the file', async () => {
    const path = join(folder, 'abc');
    writeFileSync(path, 'abc');
    expect(await sha256OfFile(path)).toBe(abc);
    await expect(sha256OfFile(join(folder, 'none'))).rejects.toThrow('ENOENT');
  });
});
