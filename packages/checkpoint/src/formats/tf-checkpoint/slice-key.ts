import type { Slice } from './bundle-entry';
import { keyOfName } from './table';

// The parts of a tensor lie under keys that sort in their order: number 0, the tensor's name, its rank, then start and length of each
// axis, in the "ordered code" of Google's libraries.

/** The key of one part of a tensor. */
export function sliceKey(name: string, slice: Slice): string {
  const axes = slice.map((axis) => (axis === 'all' ? [0, -1] : [axis.start, axis.length]));
  return (
    orderedNumber(0) + orderedText(keyOfName(name)) + orderedNumber(slice.length) + axes.flat().map(signed).join('')
  );
}

/** A number from 0: how many bytes it takes, then those bytes, the high ones first. */
function orderedNumber(value: number): string {
  let bytes = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes = String.fromCharCode(rest % 256) + bytes;
  return String.fromCharCode(bytes.length) + bytes;
}

/** Text in which the bytes 0 and 255 are doubled by another, and an ending that sorts before all that could follow. */
function orderedText(key: string): string {
  return `${key.replaceAll(/[\0\xff]/g, (byte) => (byte === '\0' ? '\0\xff' : '\xff\0'))}\0\x01`;
}

/**
 * A signed number in n bytes of 7 bits each: the sign and n leading ones (zeros for a negative number), a zero (one), then the value.
 * So one byte holds -64 to 63, two hold -8192 to 8191.
 */
function signed(value: number): string {
  const number = BigInt(value);
  const magnitude = number < 0n ? ~number : number;
  const bits = magnitude === 0n ? 0 : magnitude.toString(2).length;
  const length = Math.floor(bits / 7) + 1;
  const width = BigInt(8 * length);
  // n leading ones, turned over together with the sign bits of the value they stand on.
  const header = ((1n << BigInt(length)) - 1n) << (width - BigInt(length));
  const encoded = BigInt.asUintN(8 * length, number) ^ header;
  let bytes = '';
  for (let shift = width - 8n; shift >= 0n; shift -= 8n)
    bytes += String.fromCharCode(Number((encoded >> shift) & 0xffn));
  return bytes;
}
