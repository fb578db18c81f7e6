// Eight tables let eight bytes be taken per turn ("slicing by 8"): table[k][b] is the effect of byte b, k bytes further on.
const tables: Uint32Array[] = [];

function makeTables(): void {
  for (let k = 0; k < 8; k++) {
    const table = new Uint32Array(256);
    for (let byte = 0; byte < 256; byte++) {
      let value = k === 0 ? byte : tables[k - 1]![byte]!;
      if (k === 0) for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
      else value = tables[0]![value & 0xff]! ^ (value >>> 8);
      table[byte] = value;
    }
    tables.push(table);
  }
}

/**
 * The CRC-32 of zip, gzip and PNG: polynomial 0xEDB88320, reflected.
 *
 * @example
 * crc32(new TextEncoder().encode('123456789')).toString(16); // 'cbf43926'
 */
export function crc32(bytes: Uint8Array): number {
  if (tables.length === 0) makeTables();
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let crc = 0xffffffff;
  let at = 0;
  for (const end = bytes.length - 7; at < end; at += 8) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      t7[crc & 0xff]! ^
      t6[(crc >>> 8) & 0xff]! ^
      t5[(crc >>> 16) & 0xff]! ^
      t4[crc >>> 24]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++) crc = t0[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
