import { reflectedCrc } from './reflected-crc';

/**
 * The CRC-32C of LevelDB tables, TensorFlow's checkpoints and TFRecord: Castagnoli's polynomial 0x82F63B78, reflected.
 *
 * @example
 * crc32c(new TextEncoder().encode('123456789')).toString(16); // 'e3069283'
 */
export const crc32c = reflectedCrc(0x82f63b78);

/**
 * The sum as it is stored: turned right by 15 bits, plus a constant, so that the sum of bytes that hold sums is still of use.
 *
 * `mask(c) = (c >>> 15 | c << 17) + 0xa282ead8 mod 2^32`
 */
export function maskedCrc32c(bytes: Uint8Array, before = 0): number {
  return maskCrc(crc32c(bytes, before));
}

/** Masks a sum that is known already. */
export function maskCrc(sum: number): number {
  return (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0;
}
