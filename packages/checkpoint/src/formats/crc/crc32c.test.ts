import { expect, it } from 'vitest';
import { crc32c, maskCrc, maskedCrc32c } from './crc32c';

const text = (content: string) => new TextEncoder().encode(content);

it('gives the sums that RFC 3720 lists', () => {
  expect(crc32c(text('123456789'))).toBe(0xe3069283);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, index) => index))).toBe(0x46dd794e);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, index) => 31 - index))).toBe(0x113fdb5c);
});

it('goes on where a piece ended', () => {
  const bytes = Uint8Array.from({ length: 100 }, (_, index) => index * 7);
  for (const cut of [0, 1, 8, 50, 99, 100]) {
    expect(crc32c(bytes.subarray(cut), crc32c(bytes.subarray(0, cut)))).toBe(crc32c(bytes));
  }
});

it('masks as TensorFlow does', () => {
  // The first 12 bytes of a TFRecord of 0 bytes.
  expect(maskedCrc32c(new Uint8Array(8))).toBe(0x07980329);
  expect(maskCrc(0)).toBe(0xa282ead8);
});
