import { inflateSync } from 'fflate';
import { type ByteSource, bytesSource } from '../../sources/byte-source';
import { partSource } from '../../sources/part-source';
import { crc32 } from '../crc/crc32';
import { fileError, quoted } from '../file-error';
import type { ZipEntry } from './directory';

/** DEFLATE spends at least 2 bits on a run of 258 bytes, so nothing inflates further than this. */
const mostInflation = 1032;

/** Bytes of a local header, before name and extra fields. */
const headerSize = 30;

/** What is read at a time to be summed up. */
const pieceSize = 2 ** 22;

/**
 * Reads one entry of a zip file: stored or deflated, its size and CRC-32 checked. A stored entry shares the file's bytes.
 *
 * Throws a {@link TenlabError} for an entry that is encrypted, packed another way, larger than `mostBytes`, larger than its
 * packed bytes can become, or not what its checksum says.
 */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry, place: string, mostBytes = 2 ** 31): Uint8Array {
  const where = placeOf(entry, place);
  expectReadable(entry, where, mostBytes);
  const at = entry.headerOffset;
  const header = bytes.subarray(at, at + headerSize);
  const name = bytes.subarray(at + headerSize, at + headerSize + nameLength(header, at, where));
  const start = at + dataOffset(header, name, entry, where);
  expectInside(start, entry, bytes.length, where);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  const content = entry.method === 0 ? packed : inflate(packed, entry.size, where);
  expectSum(crc32(content), entry, where);
  return content;
}

/**
 * As {@link readZipEntry}, of a file that is read by ranges. A stored entry is held against its checksum piece by piece, and then read
 * by ranges itself; a deflated one is inflated in memory.
 */
export async function openZipEntry(source: ByteSource, entry: ZipEntry, mostBytes?: number): Promise<ByteSource> {
  const where = placeOf(entry, source.place);
  expectReadable(entry, where, mostBytes ?? (entry.method === 0 ? Number.POSITIVE_INFINITY : 2 ** 31));
  const at = entry.headerOffset;
  const header = await source.read(at, Math.min(source.size, at + headerSize));
  const nameStart = at + headerSize;
  const nameEnd = Math.min(source.size, nameStart + nameLength(header, at, where));
  const start = at + dataOffset(header, await source.read(nameStart, nameEnd), entry, where);
  expectInside(start, entry, source.size, where);
  const stored = partSource(source, start, entry.compressedSize, where);
  if (entry.method === 8) {
    const content = inflate(await stored.read(0, stored.size), entry.size, where);
    expectSum(crc32(content), entry, where);
    return bytesSource(content, where);
  }
  let sum = 0;
  for (let from = 0; from < stored.size; from += pieceSize) {
    sum = crc32(await stored.read(from, Math.min(stored.size, from + pieceSize)), sum);
  }
  expectSum(sum, entry, where);
  return stored;
}

function placeOf({ name }: ZipEntry, place: string): string {
  return `${place}, entry ${quoted(name)}`;
}

/** Throws for an entry that cannot be read here, before anything of it is. */
function expectReadable(entry: ZipEntry, where: string, mostBytes: number): void {
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
}

/** The length of the name behind a local header, which must be one. */
function nameLength(header: Uint8Array, at: number, where: string): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < headerSize || view.getUint32(0, true) !== 0x04034b50) {
    throw fileError(where, 'invalid-file', `its header at byte ${at}`, 'something else');
  }
  return view.getUint16(26, true);
}

/** How far behind the start of its local header an entry's data begin. */
function dataOffset(header: Uint8Array, nameBytes: Uint8Array, entry: ZipEntry, where: string): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const name = new TextDecoder('utf-8').decode(nameBytes);
  if (name !== entry.name) {
    throw fileError(where, 'invalid-file', 'the same name in the directory and before the data', quoted(name));
  }
  return headerSize + view.getUint16(26, true) + view.getUint16(28, true);
}

function expectInside(start: number, { compressedSize }: ZipEntry, size: number, where: string): void {
  if (start + compressedSize <= size) return;
  throw fileError(where, 'truncated-file', `${compressedSize} packed bytes`, `${Math.max(0, size - start)}`);
}

function expectSum(sum: number, entry: ZipEntry, where: string): void {
  if (sum === entry.crc32) return;
  throw fileError(where, 'checksum-mismatch', `contents with CRC-32 ${hex(entry.crc32)}`, hex(sum));
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
