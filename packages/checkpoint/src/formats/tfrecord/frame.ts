import { maskedCrc32c } from '../crc/crc32c';
import { fileError } from '../file-error';

// A record on the wire:
//   uint64 length · uint32 masked CRC-32C of those 8 bytes · the data · uint32 masked CRC-32C of the data

/** Bytes in front of the data. */
export const headSize = 12;
/** Bytes behind them. */
export const tailSize = 4;

/**
 * Frames one record, ready to be appended to a TFRecord or event file.
 *
 * @example
 * frameRecord(encodeExample({ label: { kind: 'int64', values: [3] } })).length; // the example's bytes and 16 more
 */
export function frameRecord(data: Uint8Array): Uint8Array {
  const framed = new Uint8Array(headSize + data.length + tailSize);
  const view = new DataView(framed.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc32c(framed.subarray(0, 8)), true);
  framed.set(data, headSize);
  view.setUint32(headSize + data.length, maskedCrc32c(data), true);
  return framed;
}

/** The length a record's head tells, checked; `index` counts the records of the file. */
export function lengthOfRecord(head: Uint8Array, index: number, mostBytes: number, place: string): number {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (view.getUint32(8, true) !== maskedCrc32c(head.subarray(0, 8))) {
    throw fileError(
      `${place}, record ${index}`,
      'checksum-mismatch',
      'a length that its CRC-32C fits',
      'another checksum',
      'The file is damaged, or no TFRecord file. If it is compressed, say how with `compression`.',
    );
  }
  const length = view.getBigUint64(0, true);
  if (length <= mostBytes) return Number(length);
  throw fileError(`${place}, record ${index}`, 'invalid-file', `a record of at most ${mostBytes} bytes`, `${length}`);
}

/** Throws unless the data are what their checksum says. */
export function checkRecord(data: Uint8Array, tail: Uint8Array, index: number, place: string): void {
  const stored = new DataView(tail.buffer, tail.byteOffset, tail.byteLength).getUint32(0, true);
  if (stored === maskedCrc32c(data)) return;
  throw fileError(`${place}, record ${index}`, 'checksum-mismatch', 'data that their CRC-32C fits', 'another checksum');
}
