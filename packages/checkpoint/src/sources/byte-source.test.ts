import { describe, expect, it } from 'vitest';
import { blobSource, bytesSource } from './byte-source';

describe.each([
  ['bytesSource', (bytes: Uint8Array<ArrayBuffer>) => bytesSource(bytes, 'a.bin')],
  ['blobSource', (bytes: Uint8Array<ArrayBuffer>) => blobSource(new Blob([bytes]), 'a.bin')],
])('%s', (_, make) => {
  const source = make(Uint8Array.of(1, 2, 3, 4));

  it('reads ranges', async () => {
    expect(source).toMatchObject({ place: 'a.bin', size: 4 });
    expect([...(await source.read(1, 3))]).toEqual([2, 3]);
    expect([...(await source.read(4, 4))]).toEqual([]);
    await source.close();
  });

  it('refuses ranges beyond the end', async () => {
    await expect(source.read(2, 2 ** 50)).rejects.toThrow(
      'a.bin: bytes 2 to 1125899906842624. Received: a file of 4 bytes.',
    );
    await expect(source.read(-1, 2)).rejects.toMatchObject({ code: 'truncated-file' });
    await expect(source.read(3, 2)).rejects.toMatchObject({ code: 'truncated-file' });
  });
});
