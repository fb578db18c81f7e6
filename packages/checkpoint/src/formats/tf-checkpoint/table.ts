import type { ByteSource } from '../../sources/byte-source';
import { fileError } from '../file-error';
import {
  type BlockHandle,
  bytesOfKey,
  decodeBlock,
  encodeBlock,
  type TableEntry,
  trailerSize,
  varintBytes,
} from './table-block';

// A LevelDB table, as the `.index` of a TensorFlow checkpoint is one:
//   data blocks · metaindex block (empty) · index block (last key of each data block -> its handle) · footer
//   footer = handle of the metaindex · handle of the index · zeros up to 40 bytes · magic

const footerSize = 48;
const magic = 0xdb4775248b80fb57n;
/** A block is closed once it is so long. */
const blockSize = 256 * 1024;

/** Reads all entries of a table, in the order of their keys. Throws a {@link TenlabError} for a damaged file. */
export async function readTable(source: ByteSource): Promise<Map<string, Uint8Array>> {
  const { place, size } = source;
  if (size < footerSize) {
    const code = size === 0 ? 'invalid-file' : 'truncated-file';
    throw fileError(place, code, `the index of a TensorFlow checkpoint, at least ${footerSize} bytes`, `${size} bytes`);
  }
  const footer = await source.read(size - footerSize, size);
  if (new DataView(footer.buffer, footer.byteOffset).getBigUint64(footerSize - 8, true) !== magic) {
    throw fileError(
      place,
      'invalid-file',
      'the index of a TensorFlow checkpoint, which ends with its magic number',
      'another ending',
      'The file is something else, or was not fully written: fetch or write it again.',
    );
  }
  const handles = new HandleReader(footer.subarray(0, footerSize - 8), place);
  handles.next();
  const index = await readBlock(source, handles.next(), 'the index block');
  const entries = new Map<string, Uint8Array>();
  let before: string | undefined;
  let used = 0;
  for (const [number, [, value]] of index.entries()) {
    const handle = new HandleReader(value, place).next();
    // Handles that share their bytes would let a small file become any size.
    used += handle.size + trailerSize;
    if (used > size)
      throw fileError(place, 'invalid-file', `blocks of ${size} bytes together`, `${used}: some overlap`);
    for (const [key, content] of await readBlock(source, handle, `block ${number}`)) {
      if (before !== undefined && key <= before) {
        throw fileError(place, 'invalid-file', 'keys in order, each once', `an entry of block ${number} out of order`);
      }
      entries.set(key, content);
      before = key;
    }
  }
  return entries;
}

async function readBlock(source: ByteSource, { offset, size }: BlockHandle, name: string): Promise<TableEntry[]> {
  const most = source.size - footerSize - trailerSize;
  if (offset > most || size > most - offset) {
    throw fileError(
      source.place,
      'invalid-file',
      `${name} to lie before the footer (byte ${source.size - footerSize})`,
      `${size} bytes from byte ${offset}`,
    );
  }
  return decodeBlock(await source.read(offset, offset + size + trailerSize), `${source.place}, ${name}`);
}

/** Reads handles: two varints each. */
class HandleReader {
  readonly #bytes: Uint8Array;
  readonly #place: string;
  #at = 0;

  constructor(bytes: Uint8Array, place: string) {
    this.#bytes = bytes;
    this.#place = place;
  }

  next(): BlockHandle {
    return { offset: this.#varint(), size: this.#varint() };
  }

  /** What no file can reach comes out as a large number, which every check of a place refuses. */
  #varint(): number {
    let value = 0;
    for (let count = 0; count < 10; count++) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) break;
      value += (byte & 0x7f) * 128 ** count;
      if (byte < 0x80) return value;
    }
    throw fileError(this.#place, 'invalid-file', 'the place of a block', 'a number that does not end');
  }
}

/** Writes a table in pieces. The entries must be in the order of their keys. */
export function encodeTable(entries: Iterable<TableEntry>): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const index: TableEntry[] = [];
  let at = 0;
  let open: TableEntry[] = [];
  let length = 0;
  for (const entry of entries) {
    open.push(entry);
    length += entry[0].length + entry[1].length;
    if (length >= blockSize) close();
  }
  if (open.length > 0 || index.length === 0) close();
  const metaindex = add(encodeBlock([]));
  const root = add(encodeBlock(index, 1));
  const footer = new Uint8Array(footerSize);
  footer.set([...metaindex, ...root]);
  new DataView(footer.buffer).setBigUint64(footerSize - 8, magic, true);
  return [...pieces, footer];

  function close(): void {
    const last = open.at(-1)?.[0] ?? '';
    index.push([last, Uint8Array.from(add(encodeBlock(open)))]);
    open = [];
    length = 0;
  }

  /** Appends a block, and gives its handle. */
  function add(block: Uint8Array): number[] {
    const handle = [...varintBytes(at), ...varintBytes(block.length - trailerSize)];
    pieces.push(block);
    at += block.length;
    return handle;
  }
}

/** UTF-8 text as a key. */
export function keyOfName(name: string): string {
  return Array.from(new TextEncoder().encode(name), (byte) => String.fromCharCode(byte)).join('');
}

/** The UTF-8 text of a key; undefined where it is none. */
export function nameOfKey(key: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOfKey(key));
  } catch {
    return undefined;
  }
}
