import { expect, it } from 'vitest';
import { reflectedCrc } from './reflected-crc';

/** The definition, bit by bit. */
function byDefinition(polynomial: number, bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

it.each([0xedb88320, 0x82f63b78, 0xeb31d82e])('divides by %i as the definition says', (polynomial) => {
  const crc = reflectedCrc(polynomial);
  for (const length of [0, 1, 7, 8, 9, 63, 200]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 151 + 13) & 0xff);
    expect(crc(bytes)).toBe(byDefinition(polynomial, bytes));
  }
});
