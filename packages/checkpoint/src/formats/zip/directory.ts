import { fileError, quoted } from '../file-error';

// A zip file is read from its end: the end record points at the central directory, which lists every entry with its sizes.
// Sizes are taken from there only; NumPy's local headers do not hold them. Every number is checked against the file's own
// size before it is used.

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

/** Lists the entries of a zip file, zip64 included. Throws a {@link TenlabError} for a damaged directory or a name that occurs twice. */
export function readZipDirectory(bytes: Uint8Array, place: string): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, size, offset, limit } = findDirectory(bytes, view, place);
  if (offset + size > limit) {
    throw bad(`a directory that ends before byte ${limit}`, `one that ends at byte ${offset + size}`);
  }
  const entries = new Map<string, ZipEntry>();
  let at = offset;
  let packed = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > offset + size || view.getUint32(at, true) !== signatures.entry) {
      throw bad(`${count} entries in the directory`, `${index}, then something else at byte ${at}`);
    }
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const end = extraEnd + view.getUint16(at + 32, true);
    if (end > offset + size) throw bad(`entry ${index} to end within the directory`, `an end at byte ${end}`);
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
  if (at !== offset + size) throw bad(`a directory of ${count} entries in ${size} bytes`, `${at - offset} bytes`);
  return entries;

  function bad(expected: string, received: string) {
    return fileError(place, 'invalid-file', expected, received);
  }
}

function findDirectory(bytes: Uint8Array, view: DataView, place: string) {
  const end = findEnd(bytes, view, place);
  const limit = end;
  const found = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
    limit,
  };
  const inZip64 = found.count === 0xffff || found.size === 0xffffffff || found.offset === 0xffffffff;
  if (!inZip64) return found;
  const locator = end - 20;
  const end64 =
    locator >= 56 && view.getUint32(locator, true) === signatures.locator64 ? readU64(view, locator + 8) : -1;
  if (end64 < 0 || end64 > locator - 56 || view.getUint32(end64, true) !== signatures.end64) {
    // Without a zip64 record the numbers mean themselves: an archive may have 65,535 entries.
    return found;
  }
  return {
    count: readU64(view, end64 + 32),
    size: readU64(view, end64 + 40),
    offset: readU64(view, end64 + 48),
    limit: end64,
  };
}

/** The end record: 22 bytes and a comment that reaches exactly to the end of the file. */
function findEnd(bytes: Uint8Array, view: DataView, place: string): number {
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
  const isZip = bytes.length >= 4 && view.getUint32(0, true) === 0x04034b50;
  throw fileError(
    place,
    isZip ? 'truncated-file' : 'invalid-file',
    'a zip file, which ends with a directory',
    isZip ? `the start of one, cut after ${bytes.length} bytes` : describeStart(bytes),
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

function describeStart(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file';
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  return `${bytes.length} bytes that begin with ${quoted(text)}`;
}
