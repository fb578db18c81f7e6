/** A checksum of some bytes; `before` is the sum of what came before them, where they are one piece of several. */
export type Crc = (bytes: Uint8Array, before?: number) => number;

/**
 * The 32-bit CRC of a polynomial whose bits are reflected, as all that are met in files are.
 *
 * Eight tables let eight bytes be taken per turn ("slicing by 8"): `table[k][b]` is the effect of byte b, k bytes further on. They
 * are made at the first call.
 *
 * @example
 * reflectedCrc(0xedb88320)(new TextEncoder().encode('123456789')).toString(16); // 'cbf43926', the CRC-32 of zip
 */
export function reflectedCrc(polynomial: number): Crc {
  let tables: Uint32Array[] | undefined;
  return (bytes, before = 0) => {
    tables ??= makeTables(polynomial);
    return sum(tables, bytes, before);
  };
}

function makeTables(polynomial: number): Uint32Array[] {
  const tables: Uint32Array[] = [];
  for (let k = 0; k < 8; k++) {
    const table = new Uint32Array(256);
    for (let byte = 0; byte < 256; byte++) {
      let value = k === 0 ? byte : tables[k - 1]![byte]!;
      if (k === 0) for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
      else value = tables[0]![value & 0xff]! ^ (value >>> 8);
      table[byte] = value;
    }
    tables.push(table);
  }
  return tables;
}

function sum(tables: readonly Uint32Array[], bytes: Uint8Array, before: number): number {
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
  let crc = before ^ 0xffffffff;
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
