import { joinPieces } from '../../write-pieces';
import { crc32c, maskCrc, maskedCrc32c } from '../crc/crc32c';
import { fileError } from '../file-error';
import { varintBytes } from './table-block';

// A tensor of text or bytes in a data file:
//   varint length of each element · uint32 masked CRC-32C of the lengths, each taken as uint32 · the elements
// The entry's own checksum is over the lengths as uint32, those 4 bytes, and the elements.

/** Takes the elements apart, and checks both checksums. */
export function decodeStrings(bytes: Uint8Array, count: number, crc: number, place: string): Uint8Array[] {
  if (count === 0) return [];
  const lengths = new Uint32Array(count);
  let at = 0;
  let total = 0;
  for (let index = 0; index < count; index++) {
    const length = varint();
    lengths[index] = length;
    total += length;
  }
  if (at + 4 + total !== bytes.length || total >= 2 ** 32) {
    throw fileError(place, 'invalid-file', `${bytes.length} bytes of lengths and elements`, `${at + 4 + total}`);
  }
  const lengthBytes = new Uint8Array(lengths.buffer);
  const stored = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
  const sum = crc32c(lengthBytes);
  if (stored !== maskCrc(sum)) throw mismatch('lengths');
  if (maskCrc(crc32c(bytes.subarray(at), sum)) !== crc) throw mismatch('data');
  at += 4;
  return Array.from(lengths, (length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });

  function varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) break;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw fileError(place, 'invalid-file', `the lengths of ${count} elements`, 'a number that does not end');
  }

  function mismatch(what: string) {
    return fileError(place, 'checksum-mismatch', `${what} that their CRC-32C fits`, 'another checksum');
  }
}

/** Puts elements together, with the checksum for their entry. */
export function encodeStrings(elements: readonly Uint8Array[]): { bytes: Uint8Array; crc: number } {
  const lengths = Uint32Array.from(elements, ({ length }) => length);
  const lengthBytes = new Uint8Array(lengths.buffer);
  const check = new Uint8Array(4);
  new DataView(check.buffer).setUint32(0, maskedCrc32c(lengthBytes), true);
  const heads = Uint8Array.from(elements.flatMap(({ length }) => varintBytes(length)));
  const tail = joinPieces([check, ...elements]);
  return { bytes: joinPieces([heads, tail]), crc: maskCrc(crc32c(tail, crc32c(lengthBytes))) };
}
