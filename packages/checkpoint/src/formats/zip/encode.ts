import { crc32 } from '../crc/crc32';

/** A file within a zip file, its contents in pieces. */
export type ZipContent = readonly [name: string, pieces: readonly Uint8Array[]];

/** Contents that are made only while they are written; length and CRC-32 stand in front of them and have to be known before. */
export interface LateContent {
  size: number;
  crc: number;
  pieces(): AsyncIterable<Uint8Array>;
}

const utf8Names = 0x0800;
/** 1 January 1980, the first day a zip file knows: the same contents always give the same bytes. */
const noDate = 0x0021;
const none = 0xffffffff;

/**
 * Makes a zip file of entries that are stored as they are, without compression, in pieces to be written one after the other; their
 * data are shared, not copied. What needs numbers from `zip64From` is written as zip64; only tests have a reason to give a lower one.
 *
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function zipPieces(entries: Iterable<ZipContent>, zip64From = none): Uint8Array[] {
  return [...records(entries, zip64From)];
}

/** As {@link zipPieces}, of contents some of which are made only while they are written. */
export async function* zipStream(
  entries: Iterable<readonly [name: string, content: readonly Uint8Array[] | LateContent]>,
): AsyncGenerator<Uint8Array> {
  for (const record of records<readonly Uint8Array[] | LateContent>(entries, none)) {
    if (record instanceof Uint8Array) yield record;
    else yield* record.pieces();
  }
}

/** Headers, contents, directory and end, in order. */
function* records<T extends readonly Uint8Array[] | LateContent>(
  entries: Iterable<readonly [string, T]>,
  zip64From: number,
): Generator<Uint8Array | Exclude<T, readonly Uint8Array[]>> {
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const { size, crc } = 'crc' in content ? content : measure(content);
    const entry = { name: new TextEncoder().encode(name), crc, size, offset: at };
    const head = localHeader(entry, zip64From);
    yield head;
    if ('crc' in content) yield content as Exclude<T, readonly Uint8Array[]>;
    else yield* content;
    directory.push(directoryEntry(entry, zip64From));
    at += head.length + size;
  }
  yield* directory;
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  yield* endRecords(directory.length, size, at, zip64From);
}

function measure(pieces: readonly Uint8Array[]): { size: number; crc: number } {
  return {
    size: pieces.reduce((sum, piece) => sum + piece.length, 0),
    crc: pieces.reduce((sum, piece) => crc32(piece, sum), 0),
  };
}

interface Entry {
  name: Uint8Array;
  crc: number;
  size: number;
  offset: number;
}

function localHeader({ name, crc, size }: Entry, zip64From: number): Uint8Array {
  const extra = zip64Extra(size >= zip64From ? [size, size] : []);
  const bytes = new Uint8Array(30 + name.length + extra.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  common(view, 4, { crc, size: size >= zip64From ? none : size, name, extra });
  bytes.set(name, 30);
  bytes.set(extra, 30 + name.length);
  return bytes;
}

function directoryEntry({ name, crc, size, offset }: Entry, zip64From: number): Uint8Array {
  const extra = zip64Extra([...(size >= zip64From ? [size, size] : []), ...(offset >= zip64From ? [offset] : [])]);
  const bytes = new Uint8Array(46 + name.length + extra.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  // Written as by Unix, so that the permissions below are understood.
  view.setUint16(4, 0x0314, true);
  common(view, 6, { crc, size: size >= zip64From ? none : size, name, extra });
  // A plain file that all may read.
  view.setUint32(38, (0o100644 << 16) >>> 0, true);
  view.setUint32(42, offset >= zip64From ? none : offset, true);
  bytes.set(name, 46);
  bytes.set(extra, 46 + name.length);
  return bytes;
}

/** What the two headers have in common, in the same order. */
function common(
  view: DataView,
  at: number,
  { crc, size, name, extra }: { crc: number; size: number; name: Uint8Array; extra: Uint8Array },
): void {
  view.setUint16(at, extra.length > 0 ? 45 : 20, true);
  view.setUint16(at + 2, utf8Names, true);
  view.setUint16(at + 8, noDate, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
  view.setUint16(at + 24, extra.length, true);
}

function zip64Extra(numbers: readonly number[]): Uint8Array {
  if (numbers.length === 0) return new Uint8Array();
  const view = new DataView(new ArrayBuffer(4 + 8 * numbers.length));
  view.setUint16(0, 1, true);
  view.setUint16(2, 8 * numbers.length, true);
  for (const [index, number] of numbers.entries()) view.setBigUint64(4 + 8 * index, BigInt(number), true);
  return new Uint8Array(view.buffer);
}

function endRecords(count: number, size: number, offset: number, zip64From: number): Uint8Array[] {
  const isLarge = count >= 0xffff || size >= zip64From || offset >= zip64From;
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, Math.min(count, 0xffff), true);
  end.setUint16(10, Math.min(count, 0xffff), true);
  end.setUint32(12, size >= zip64From ? none : size, true);
  end.setUint32(16, offset >= zip64From ? none : offset, true);
  if (!isLarge) return [new Uint8Array(end.buffer)];
  const end64 = new DataView(new ArrayBuffer(56));
  end64.setUint32(0, 0x06064b50, true);
  end64.setBigUint64(4, 44n, true);
  end64.setUint16(12, 45, true);
  end64.setUint16(14, 45, true);
  for (const [index, number] of [count, count, size, offset].entries()) {
    end64.setBigUint64(24 + 8 * index, BigInt(number), true);
  }
  const locator = new DataView(new ArrayBuffer(20));
  locator.setUint32(0, 0x07064b50, true);
  locator.setBigUint64(8, BigInt(offset + size), true);
  locator.setUint32(16, 1, true);
  return [end64, locator, end].map(({ buffer }) => new Uint8Array(buffer));
}
