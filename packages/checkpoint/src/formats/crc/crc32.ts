import { reflectedCrc } from './reflected-crc';

/**
 * The CRC-32 of zip, gzip and PNG: polynomial 0xEDB88320, reflected.
 *
 * @example
 * crc32(new TextEncoder().encode('123456789')).toString(16); // 'cbf43926'
 */
export const crc32 = reflectedCrc(0xedb88320);
