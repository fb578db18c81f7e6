import { joinPieces } from '../../write-pieces';
import { crc32c, maskCrc } from '../crc/crc32c';
import { fileError } from '../file-error';

// A block of a LevelDB table: entries in the order of their keys, each key without what it shares with the one before; then the
// places where whole keys stand ("restarts", which are for searching and not needed to read all), and how many those are.
//   entry   = varint shared · varint rest · varint length of value · the rest of the key · value
//   trailer = uint8 compression · uint32 masked CRC-32C of content and compression

/** Where a block lies in its file. */
export interface BlockHandle {
  offset: number;
  size: number;
}

/** Bytes behind each block. */
export const trailerSize = 5;

/** How many entries there are from one whole key to the next. */
const restartInterval = 16;

/** A key, its bytes as characters 0 to 255 so that it can be compared and looked up, and its value. */
export type TableEntry = [key: string, value: Uint8Array];

/** Reads a block with its trailer. Throws a {@link TenlabError} for one that is damaged or compressed. */
export function decodeBlock(bytes: Uint8Array, place: string): TableEntry[] {
  const size = bytes.length - trailerSize;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(size + 1, true) !== maskCrc(crc32c(bytes.subarray(0, size + 1)))) {
    throw fileError(place, 'checksum-mismatch', 'a block that its CRC-32C fits', 'another checksum');
  }
  if (bytes[size] !== 0) {
    throw fileError(
      place,
      'unsupported-file',
      'blocks without compression (type 0), as TensorFlow writes them',
      `type ${bytes[size]}`,
      'Write the checkpoint again with TensorFlow.',
    );
  }
  const restarts = size < 4 ? -1 : view.getUint32(size - 4, true);
  const end = size - 4 - 4 * restarts;
  if (restarts < 0 || end < 0) {
    throw fileError(place, 'invalid-file', 'a block with its list of restarts', `${restarts} of them in ${size} bytes`);
  }
  return decodeEntries(bytes.subarray(0, end), place);
}

function decodeEntries(content: Uint8Array, place: string): TableEntry[] {
  const entries: TableEntry[] = [];
  let key = '';
  let at = 0;
  while (at < content.length) {
    const shared = varint();
    const rest = varint();
    const length = varint();
    if (shared > key.length) throw bad(`at most ${key.length} shared characters`, `${shared}`);
    if (rest + length > content.length - at) throw bad(`${rest + length} bytes of entry`, `${content.length - at}`);
    key = key.slice(0, shared) + textOfKey(content.subarray(at, at + rest));
    at += rest;
    entries.push([key, content.subarray(at, at + length)]);
    at += length;
  }
  return entries;

  function varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
      const byte = content[at++];
      if (byte === undefined) break;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw bad('numbers of at most 5 bytes', 'one that does not end');
  }

  function bad(expected: string, received: string) {
    return fileError(`${place}, entry ${entries.length}`, 'invalid-file', expected, received);
  }
}

/** Writes a block with its trailer. The entries must be in the order of their keys. */
export function encodeBlock(entries: readonly TableEntry[], interval = restartInterval): Uint8Array {
  const pieces: Uint8Array[] = [];
  const restarts: number[] = [];
  let before = '';
  let at = 0;
  for (const [index, [key, value]] of entries.entries()) {
    const isRestart = index % interval === 0;
    if (isRestart) restarts.push(at);
    const shared = isRestart ? 0 : sharedStart(before, key);
    const head = [...varintBytes(shared), ...varintBytes(key.length - shared), ...varintBytes(value.length)];
    const piece = new Uint8Array(head.length + key.length - shared + value.length);
    piece.set(head);
    piece.set(bytesOfKey(key.slice(shared)), head.length);
    piece.set(value, piece.length - value.length);
    pieces.push(piece);
    at += piece.length;
    before = key;
  }
  if (restarts.length === 0) restarts.push(0);
  const tail = new DataView(new ArrayBuffer(4 * restarts.length + 4 + trailerSize));
  for (const [index, restart] of [...restarts, restarts.length].entries()) tail.setUint32(4 * index, restart, true);
  const block = joinPieces([...pieces, new Uint8Array(tail.buffer)]);
  const sum = maskCrc(crc32c(block.subarray(0, block.length - 4)));
  new DataView(block.buffer).setUint32(block.length - 4, sum, true);
  return block;
}

/** Bytes as characters 0 to 255. */
export function textOfKey(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Characters 0 to 255 as bytes. */
export function bytesOfKey(key: string): Uint8Array {
  return Uint8Array.from(key, (character) => character.charCodeAt(0));
}

/** A number in groups of 7 bits, the low ones first. */
export function varintBytes(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return [...bytes, rest];
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
