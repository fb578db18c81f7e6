import { unzlibSync } from 'fflate';
import { fileError } from '../../file-error';
import { messages, type ObjectHeader } from './object-header';
import type { Storage } from './storage';

/** A step that was taken on each chunk when it was written. */
export interface Filter {
  id: number;
  name: string;
  settings: number[];
}

const known: Readonly<Record<number, string>> = { 1: 'deflate', 2: 'shuffle', 3: 'fletcher32' };

/** DEFLATE spends at least 2 bits on a run of 258 bytes, so nothing inflates further than this. */
const mostInflation = 1032;

/** The filters of a dataset, in the order they were applied. */
export async function readFilters(header: ObjectHeader): Promise<Filter[]> {
  const fields = await header.first(messages.filters);
  if (!fields) return [];
  const version = fields.version('a list of filters', 1, 2);
  const count = fields.u8();
  if (version === 1) fields.skip(6);
  const filters: Filter[] = [];
  for (let index = 0; index < count; index++) {
    const id = fields.u16();
    const nameLength = version === 1 || id >= 256 ? fields.u16() : 0;
    fields.skip(2);
    const settingCount = fields.u16();
    const name = new TextDecoder().decode(fields.take(nameLength)).replace(/\0[\s\S]*$/, '');
    const settings = Array.from({ length: settingCount }, () => fields.u32());
    if (version === 1 && settingCount % 2 === 1) fields.skip(4);
    filters.push({ id, name: known[id] ?? (name || `number ${id}`), settings });
  }
  return filters;
}

/** Undoes the filters of one chunk. `mask` has a bit for each filter that was left out. Throws unless `size` bytes come out. */
export function unfilter(
  storage: Storage,
  filters: readonly Filter[],
  mask: number,
  stored: Uint8Array,
  size: number,
  elementSize: number,
): Uint8Array {
  let bytes = stored;
  for (let index = filters.length - 1; index >= 0; index--) {
    if ((mask >>> index) & 1) continue;
    const { id, name } = filters[index]!;
    if (id === 1) bytes = inflate(storage.place, bytes, size);
    else if (id === 2) bytes = unshuffle(bytes, elementSize);
    else if (id === 3) bytes = checkFletcher(storage.place, bytes);
    else {
      throw fileError(
        storage.place,
        'unsupported-file',
        'data packed with gzip, or not at all',
        `the filter ${name}`,
        'Write it again with gzip.',
      );
    }
  }
  if (bytes.length === size) return bytes;
  throw fileError(storage.place, 'invalid-file', `a chunk of ${size} bytes`, `${bytes.length}`);
}

function inflate(place: string, packed: Uint8Array, size: number): Uint8Array {
  // A checksum may come off the end yet, so a little more than the size is right too.
  const room = size + 4;
  if (size > packed.length * mostInflation) {
    throw fileError(
      place,
      'invalid-file',
      `${size} bytes in a chunk`,
      `${packed.length} packed bytes, which are too few`,
    );
  }
  try {
    return unzlibSync(packed, { out: new Uint8Array(room + 1) });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw fileError(place, 'invalid-file', 'deflated data', reason, undefined, cause);
  }
}

/** Elements were written byte by byte: all first bytes, all second bytes, … */
function unshuffle(bytes: Uint8Array, elementSize: number): Uint8Array {
  const count = Math.floor(bytes.length / elementSize);
  const result = bytes.slice();
  for (let byte = 0; byte < elementSize; byte++) {
    for (let index = 0; index < count; index++) result[index * elementSize + byte] = bytes[byte * count + index]!;
  }
  return result;
}

/** Fletcher's checksum of 16-bit words, big-endian, lies in the last four bytes. */
function checkFletcher(place: string, bytes: Uint8Array): Uint8Array {
  const data = bytes.subarray(0, Math.max(0, bytes.length - 4));
  let [low, high] = [0, 0];
  for (let at = 0; at + 1 < data.length; at += 2) {
    low = (low + ((data[at]! << 8) | data[at + 1]!)) % 65535;
    high = (high + low) % 65535;
  }
  if (data.length % 2 === 1) {
    low = (low + (data[data.length - 1]! << 8)) % 65535;
    high = (high + low) % 65535;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wanted = bytes.length < 4 ? -1 : view.getUint32(bytes.length - 4, true);
  const sum = ((high << 16) | low) >>> 0;
  // 0 and 65535 are the same in this arithmetic.
  const same = [0, 16].every((bits) => ((sum >>> bits) & 0xffff) % 65535 === ((wanted >>> bits) & 0xffff) % 65535);
  if (wanted >= 0 && same) return data;
  throw fileError(place, 'checksum-mismatch', 'chunks with the checksum beside them', 'another one');
}
