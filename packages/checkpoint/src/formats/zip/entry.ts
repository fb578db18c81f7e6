import { inflateSync } from 'fflate';
import { crc32 } from '../crc/crc32';
import { fileError, quoted } from '../file-error';
import type { ZipEntry } from './directory';

/** DEFLATE spends at least 2 bits on a run of 258 bytes, so nothing inflates further than this. */
const mostInflation = 1032;

/**
 * Reads one entry of a zip file: stored or deflated, its size and CRC-32 checked. A stored entry shares the file's bytes.
 *
 * Throws a {@link TenlabError} for an entry that is encrypted, packed another way, larger than `mostBytes`, larger than its
 * packed bytes can become, or not what its checksum says.
 */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry, place: string, mostBytes = 2 ** 31): Uint8Array {
  const where = `${place}, entry ${quoted(entry.name)}`;
  if (entry.encrypted) {
    throw fileError(
      where,
      'unsupported-file',
      'an entry without a password',
      'an encrypted one',
      'Unpack and pack it again without a password.',
    );
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw fileError(
      where,
      'unsupported-file',
      'an entry stored (method 0) or deflated (method 8)',
      `method ${entry.method}`,
      'Pack it again with one of these.',
    );
  }
  if (entry.size > mostBytes) {
    throw fileError(where, 'unsupported-file', `at most ${mostBytes} bytes`, `${entry.size}`);
  }
  const most = entry.method === 0 ? entry.compressedSize : entry.compressedSize * mostInflation;
  if (entry.size > most || (entry.method === 0 && entry.size !== entry.compressedSize)) {
    throw fileError(
      where,
      'invalid-file',
      `a size that its ${entry.compressedSize} packed bytes can have (${entry.method === 0 ? 'the same' : `at most ${most}`})`,
      `${entry.size}`,
    );
  }
  const packed = packedBytes(bytes, entry, where);
  const content = entry.method === 0 ? packed : inflate(packed, entry.size, where);
  const sum = crc32(content);
  if (sum !== entry.crc32) {
    throw fileError(where, 'checksum-mismatch', `contents with CRC-32 ${hex(entry.crc32)}`, hex(sum));
  }
  return content;
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry, where: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerOffset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) {
    throw fileError(where, 'invalid-file', `its header at byte ${at}`, 'something else');
  }
  const nameEnd = at + 30 + view.getUint16(at + 26, true);
  const start = nameEnd + view.getUint16(at + 28, true);
  const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 30, nameEnd));
  if (name !== entry.name) {
    throw fileError(where, 'invalid-file', 'the same name in the directory and before the data', quoted(name));
  }
  if (start + entry.compressedSize > bytes.length) {
    throw fileError(
      where,
      'truncated-file',
      `${entry.compressedSize} packed bytes`,
      `${Math.max(0, bytes.length - start)}`,
    );
  }
  return bytes.subarray(start, start + entry.compressedSize);
}

function inflate(packed: Uint8Array, size: number, where: string): Uint8Array {
  // One byte of room more than it should need shows an entry that is longer than it claims.
  const room = new Uint8Array(size + 1);
  let content: Uint8Array;
  try {
    content = inflateSync(packed, { out: room });
  } catch (cause) {
    throw fileError(
      where,
      'invalid-file',
      'deflated data',
      cause instanceof Error ? cause.message : 'something else',
      undefined,
      cause,
    );
  }
  if (packed.length > 0 && content.length === size) return content;
  throw fileError(
    where,
    'invalid-file',
    `${size} bytes when inflated`,
    content.length > size ? 'more' : `${content.length}`,
  );
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
