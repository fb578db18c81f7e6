import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { digestOfFile, expectChecksum } from './checksum';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-checksum-'));
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

afterAll(() => rmSync(folder, { recursive: true }));

describe('expectChecksum', () => {
  it('passes the right bytes and names file, sums and remedy for others', async () => {
    await expectChecksum(new TextEncoder().encode('abc'), { sha256: abc }, 'a.txt', '');
    await expect(
      expectChecksum(new TextEncoder().encode('abd'), { sha256: abc }, 'a.txt', 'Fetch it again.'),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: a.txt: contents with sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad. Received: a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9. Fetch it again.]`,
    );
  });
});

describe('digestOfFile', () => {
  it('reads the file', async () => {
    const path = join(folder, 'abc');
    writeFileSync(path, 'abc');
    expect(await digestOfFile(path)).toBe(abc);
    await expect(digestOfFile(join(folder, 'none'))).rejects.toThrow('ENOENT');
  });

  it('looks into a gzip file, whose own bytes differ from packer to packer', async () => {
    const path = join(folder, 'abc.gz');
    writeFileSync(path, gzipSync('abc'));
    expect(await digestOfFile(path, { unpack: true })).toBe(abc);
    writeFileSync(path, gzipSync('abc').subarray(0, 12));
    await expect(digestOfFile(path, { unpack: true })).rejects.toThrow('unexpected end of file');
    await expect(digestOfFile(join(folder, 'none'), { unpack: true })).rejects.toThrow('ENOENT');
  });

  it('knows MD5 too, of "abc" as its standard gives it (RFC 1321, A.5)', async () => {
    const path = join(folder, 'abc');
    writeFileSync(path, 'abc');
    const md5 = '900150983cd24fb0d6963f7d28e17f72';
    expect(await digestOfFile(path, { algorithm: 'md5' })).toBe(md5);
    await expectChecksum(new TextEncoder().encode('abc'), { md5 }, 'a.txt', '');
    await expect(expectChecksum(new Uint8Array(), { md5 }, 'a.txt', '')).rejects.toThrow(`contents with md5 ${md5}`);
  });
});
