import type { ByteSource } from '../../sources/byte-source';
import { fileError, quoted } from '../file-error';

// A zip file is read from its end: the end record points at the central directory, which lists every entry with its sizes.
// Sizes are taken from there only; NumPy's local headers do not hold them. Every number is checked against the file's own
// size before it is used. A large file is read from its end alone; entries are read when they are asked for.

/** One entry of a zip file's central directory. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  crc32: number;
  compressedSize: number;
  size: number;
  /** Where the entry's local header begins. */
  headerOffset: number;
}

const signatures = { entry: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };
const endSize = 22;

/** The last bytes of a zip file, as many as are needed, and where they begin in it. */
interface Tail {
  bytes: Uint8Array;
  view: DataView;
  start: number;
}

/** The end record, its longest comment, and what zip64 puts in front of it. */
const longestEnd = endSize + 0xffff + 20 + 56;

/** Lists the entries of a zip file, zip64 included. Throws a {@link TenlabError} for a damaged directory or a name that occurs twice. */
export function readZipDirectory(bytes: Uint8Array, place: string): Map<string, ZipEntry> {
  const tail = tailOf(bytes, 0);
  return listEntries(tail, findDirectory(tail, bytes, place), place);
}

/** As {@link readZipDirectory}, of a file of which only the directory is read. */
export async function openZipDirectory(source: ByteSource): Promise<Map<string, ZipEntry>> {
  const { size, place } = source;
  const head = await source.read(0, Math.min(size, 16));
  let start = Math.max(0, size - longestEnd);
  for (;;) {
    const tail = tailOf(await source.read(start, size), start);
    const found = findDirectory(tail, head, place);
    if (found.offset >= start || found.offset < 0) return listEntries(tail, found, place);
    start = found.offset;
  }
}

function tailOf(bytes: Uint8Array, start: number): Tail {
  return { bytes, start, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

interface FoundDirectory {
  count: number;
  size: number;
  offset: number;
  /** Where it has to end. */
  limit: number;
}

function listEntries(tail: Tail, { count, size, offset, limit }: FoundDirectory, place: string): Map<string, ZipEntry> {
  const { view, bytes, start } = tail;
  if (offset + size > limit) {
    throw bad(`a directory that ends before byte ${limit}`, `one that ends at byte ${offset + size}`);
  }
  const entries = new Map<string, ZipEntry>();
  const directoryEnd = offset + size - start;
  let at = offset - start;
  let packed = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > directoryEnd || view.getUint32(at, true) !== signatures.entry) {
      throw bad(`${count} entries in the directory`, `${index}, then something else at byte ${start + at}`);
    }
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const end = extraEnd + view.getUint16(at + 32, true);
    if (end > directoryEnd) throw bad(`entry ${index} to end within the directory`, `an end at byte ${start + end}`);
    const entry = readEntry(view, bytes, at, nameEnd, extraEnd);
    if (entries.has(entry.name)) throw bad('every name once', `${quoted(entry.name)} twice`);
    if (entry.compressedSize > offset || entry.headerOffset > offset - entry.compressedSize) {
      throw bad(
        `entry ${quoted(entry.name)} to lie before the directory (byte ${offset})`,
        `${entry.compressedSize} bytes from byte ${entry.headerOffset}`,
      );
    }
    // Entries that share their bytes would let a small file become any size.
    packed += entry.compressedSize;
    if (packed > offset) throw bad(`entries of ${offset} bytes together`, `${packed}: some overlap`);
    entries.set(entry.name, entry);
    at = end;
  }
  if (at !== directoryEnd) {
    throw bad(`a directory of ${count} entries in ${size} bytes`, `${at + start - offset} bytes`);
  }
  return entries;

  function bad(expected: string, received: string) {
    return fileError(place, 'invalid-file', expected, received);
  }
}

function findDirectory(tail: Tail, head: Uint8Array, place: string): FoundDirectory {
  const { view, start } = tail;
  const end = findEnd(tail, head, place);
  const found = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
    limit: start + end,
  };
  const inZip64 = found.count === 0xffff || found.size === 0xffffffff || found.offset === 0xffffffff;
  if (!inZip64) return found;
  const locator = end - 20;
  const end64 =
    locator >= 56 && view.getUint32(locator, true) === signatures.locator64 ? readU64(view, locator + 8) - start : -1;
  if (end64 < 0 || end64 > locator - 56 || view.getUint32(end64, true) !== signatures.end64) {
    // Without a zip64 record the numbers mean themselves: an archive may have 65,535 entries.
    return found;
  }
  return {
    count: readU64(view, end64 + 32),
    size: readU64(view, end64 + 40),
    offset: readU64(view, end64 + 48),
    limit: start + end64,
  };
}

/** The end record: 22 bytes and a comment that reaches exactly to the end of the file. */
function findEnd({ bytes, view, start }: Tail, head: Uint8Array, place: string): number {
  const first = Math.max(0, bytes.length - endSize - 0xffff);
  for (let at = bytes.length - endSize; at >= first; at--) {
    if (view.getUint32(at, true) !== signatures.end) continue;
    if (at + endSize + view.getUint16(at + 20, true) !== bytes.length) continue;
    if (view.getUint16(at + 4, true) === 0 && view.getUint16(at + 6, true) === 0) return at;
    throw fileError(
      place,
      'unsupported-file',
      'a zip file in one piece',
      'one part of several',
      'Join the parts first.',
    );
  }
  const isZip = head.length >= 4 && head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
  throw fileError(
    place,
    isZip ? 'truncated-file' : 'invalid-file',
    'a zip file, which ends with a directory',
    isZip ? `the start of one, cut after ${start + bytes.length} bytes` : describeStart(head, start + bytes.length),
  );
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, nameEnd: number, extraEnd: number): ZipEntry {
  const entry = {
    name: new TextDecoder('utf-8').decode(bytes.subarray(at + 46, nameEnd)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    crc32: view.getUint32(at + 16, true),
    compressedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerOffset: view.getUint32(at + 42, true),
  };
  // The zip64 extra holds, in this order, only the fields that read 0xFFFFFFFF above.
  let field = findExtra(view, nameEnd, extraEnd, 1);
  for (const key of ['size', 'compressedSize', 'headerOffset'] as const) {
    if (entry[key] !== 0xffffffff || field === undefined || field.at + 8 > field.end) continue;
    entry[key] = readU64(view, field.at);
    field = { at: field.at + 8, end: field.end };
  }
  return entry;
}

function findExtra(view: DataView, start: number, end: number, id: number): { at: number; end: number } | undefined {
  for (let at = start; at + 4 <= end; ) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (next > end) return undefined;
    if (view.getUint16(at, true) === id) return { at: at + 4, end: next };
    at = next;
  }
  return undefined;
}

/** A 64-bit number; those no file can reach become 2^53, which every later check refuses. */
function readU64(view: DataView, at: number): number {
  return Math.min(Number(view.getBigUint64(at, true)), 2 ** 53);
}

function describeStart(head: Uint8Array, size: number): string {
  if (size === 0) return 'an empty file';
  const text = new TextDecoder('latin1').decode(head.subarray(0, 16));
  return `${size} bytes that begin with ${quoted(text)}`;
}
