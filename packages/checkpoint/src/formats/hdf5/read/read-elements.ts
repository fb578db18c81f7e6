import { elementCount } from '../../element-count';
import { fileError } from '../../file-error';
import { type Chunk, readChunks } from './chunks';
import { nowhere } from './fields';
import { readFilters, unfilter } from './filters';
import { type Layout, readFillValue, readLayout } from './layout';
import type { ObjectHeader } from './object-header';

/** Elements that were not stored cost a file nothing; more of them than this are not made up. */
const mostMadeUp = 2 ** 24;
const mostInflation = 1032;

/** The bytes of all elements of a dataset, in C order. Throws before any memory is taken that the file cannot fill. */
export async function readElements(
  header: ObjectHeader,
  shape: readonly number[],
  elementSize: number,
): Promise<Uint8Array> {
  const { storage } = header;
  const count = elementCount(shape);
  const size = (count ?? Number.POSITIVE_INFINITY) * elementSize;
  const layout = await readLayout(header);
  if (count === undefined || (size > mostMadeUp && size > storage.size * mostInflation)) {
    throw fileError(storage.place, 'invalid-file', `elements that its ${storage.size} bytes can hold`, `[${shape}]`);
  }
  if (layout.kind === 'compact') return exactly(storage.place, layout.data, size);
  const fill = await readFillValue(header);
  if (layout.kind === 'contiguous') {
    if (size === 0 || layout.address === nowhere) return filled(size, fill, elementSize);
    if (layout.size !== undefined && layout.size < size) {
      throw fileError(storage.place, 'invalid-file', `${size} bytes for [${shape}]`, `${layout.size}`);
    }
    return storage.readData(layout.address, size);
  }
  return readChunked(header, layout, shape, elementSize, filled(size, fill, elementSize));
}

async function readChunked(
  header: ObjectHeader,
  { chunk, index }: Extract<Layout, { kind: 'chunked' }>,
  shape: readonly number[],
  elementSize: number,
  result: Uint8Array,
): Promise<Uint8Array> {
  const { storage } = header;
  const chunkBytes = (elementCount(chunk) ?? 0) * elementSize;
  if (chunk.length !== shape.length || chunkBytes === 0) {
    throw fileError(storage.place, 'invalid-file', `chunks of ${shape.length} axes`, `[${chunk}]`);
  }
  const filters = await readFilters(header);
  const seen = new Set<string>();
  for (const entry of await readChunks(storage, index, shape, chunk, chunkBytes, filters.length > 0)) {
    const key = entry.origin.join();
    const inside = entry.origin.every((start, axis) => start % chunk[axis]! === 0 && start < shape[axis]!);
    // A chunk may stand outside: the dataset was larger once.
    if (!inside) continue;
    if (seen.has(key)) throw fileError(storage.place, 'invalid-file', 'each chunk once', `the one at [${key}] twice`);
    seen.add(key);
    const stored = await storage.readData(entry.address, entry.storedSize ?? chunkBytes);
    const bytes = unfilter(storage, filters, entry.mask, stored, chunkBytes, elementSize);
    place(entry, bytes, chunk, shape, elementSize, result);
  }
  return result;
}

/** Copies a chunk to where it belongs, row by row; what reaches beyond the dataset is left out. */
function place(
  { origin }: Chunk,
  bytes: Uint8Array,
  chunk: readonly number[],
  shape: readonly number[],
  elementSize: number,
  result: Uint8Array,
): void {
  const last = shape.length - 1;
  if (last < 0) {
    result.set(bytes.subarray(0, result.length));
    return;
  }
  const lengths = chunk.map((length, axis) => Math.min(length, shape[axis]! - origin[axis]!));
  const row = lengths[last]! * elementSize;
  const copy = (axis: number, from: number, to: number): void => {
    if (axis === last) {
      const at = (to * shape[axis]! + origin[axis]!) * elementSize;
      const start = from * chunk[axis]! * elementSize;
      result.set(bytes.subarray(start, start + row), at);
      return;
    }
    for (let index = 0; index < lengths[axis]!; index++) {
      copy(axis + 1, from * chunk[axis]! + index, to * shape[axis]! + origin[axis]! + index);
    }
  };
  copy(0, 0, 0);
}

function filled(size: number, fill: Uint8Array | undefined, elementSize: number): Uint8Array {
  const bytes = new Uint8Array(size);
  if (fill?.length !== elementSize || fill.every((byte) => byte === 0)) return bytes;
  for (let at = 0; at < size; at += elementSize) bytes.set(fill, at);
  return bytes;
}

function exactly(place_: string, data: Uint8Array, size: number): Uint8Array {
  if (data.length >= size) return data.subarray(0, size);
  throw fileError(place_, 'invalid-file', `${size} bytes of elements`, `${data.length}`);
}
