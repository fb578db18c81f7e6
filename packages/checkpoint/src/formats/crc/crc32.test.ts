import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32';

describe('crc32', () => {
  it('gives the check value of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });

  it('agrees with zlib at every length around a turn of the loop, and at an odd start', () => {
    const bytes = Uint8Array.from({ length: 100 }, (_, index) => (index * 73 + 11) & 0xff);
    for (let length = 0; length <= 40; length++) {
      const piece = bytes.subarray(3, 3 + length);
      expect(crc32(piece), `length ${length}`).toBe(zlibCrc32(piece));
    }
  });
});
