import { fileError } from '../../file-error';
import { readChunkTree } from './chunk-tree';
import { type Fields, nowhere } from './fields';
import type { ChunkIndex } from './layout';
import { readRecords } from './record-tree';
import type { Storage } from './storage';

/** One chunk: where its first element stands in the dataset, and where its bytes are. */
export interface Chunk {
  origin: number[];
  address: number;
  /** Bytes in the file; undefined where they are as many as the chunk's elements have. */
  storedSize: number | undefined;
  /** A bit for each filter that was left out. */
  mask: number;
}

/** The chunks of a dataset that were written. */
export async function readChunks(
  storage: Storage,
  index: ChunkIndex,
  shape: readonly number[],
  chunk: readonly number[],
  chunkBytes: number,
  filtered: boolean,
): Promise<Chunk[]> {
  if (index.address === nowhere) return [];
  const counts = shape.map((length, axis) => Math.ceil(length / chunk[axis]!));
  const total = counts.reduce((product, count) => product * count, 1);
  const originOf = (position: number) => {
    const origin: number[] = [];
    for (let axis = counts.length - 1, rest = position; axis >= 0; axis--) {
      origin[axis] = (rest % counts[axis]!) * chunk[axis]!;
      rest = Math.floor(rest / counts[axis]!);
    }
    return origin;
  };
  switch (index.kind) {
    case 'tree':
      return readChunkTree(storage, index.address, shape.length);
    case 'single':
      return [{ origin: shape.map(() => 0), address: index.address, storedSize: index.storedSize, mask: index.mask }];
    case 'implicit':
      expectChunks(storage, total, chunkBytes);
      return Array.from({ length: total }, (_, position) => ({
        origin: originOf(position),
        address: index.address + position * chunkBytes,
        storedSize: undefined,
        mask: 0,
      }));
    case 'fixed-array': {
      const entries = await readFixedArray(storage, index.address, total);
      return entries.flatMap((fields, position) => {
        const entry = readEntry(fields, filtered);
        return entry.address === nowhere ? [] : [{ origin: originOf(position), ...entry }];
      });
    }
    case 'record-tree': {
      const records = await readRecords(storage, index.address, 10, 11);
      return records.map((fields) => {
        const scaledBytes = 8 * shape.length;
        const entry = readEntry(fields, filtered, scaledBytes);
        return { ...entry, origin: chunk.map((length) => fields.uint(8) * length) };
      });
    }
    default:
      throw fileError(
        storage.place,
        'unsupported-file',
        'datasets of a fixed size, or written for older readers',
        'one that may grow, in the newest format',
        "Write it with h5py's default `libver`.",
      );
  }
}

/** The entries of a fixed array, one for each place of a chunk. */
async function readFixedArray(storage: Storage, address: number, total: number): Promise<Fields[]> {
  const { offsets, lengths } = storage.sizes;
  const header = await storage.checkedFields(address, 12 + lengths + offsets);
  header.signature('FAHD');
  header.version('an array of chunks', 0);
  header.u8();
  const entrySize = header.u8();
  const pageBits = header.u8();
  const count = header.length();
  const block = header.address();
  expectChunks(storage, count, entrySize);
  if (count < total || entrySize < offsets || pageBits > 31) header.fail(`an array of ${total} chunks`, `${count}`);
  const prefix = 6 + offsets;
  const perPage = 2 ** pageBits;
  const start = await storage.fields(block, prefix);
  start.signature('FADB');
  const entries: Fields[] = [];
  const readPage = async (at: number, length: number) => {
    for (let index = 0; index < length && entries.length < total; index++) {
      entries.push(await storage.fields(at + index * entrySize, entrySize));
    }
  };
  if (count <= perPage) {
    await readPage(block + prefix, count);
    return entries;
  }
  const pages = Math.ceil(count / perPage);
  const bitmap = await storage.read(block + prefix, Math.ceil(pages / 8));
  let at = block + prefix + bitmap.length + 4;
  for (let page = 0; page < pages; page++) {
    const length = Math.min(perPage, count - page * perPage);
    // A page whose bit is not set was never written: its chunks are not there.
    const written = ((bitmap[page >> 3]! >> (7 - (page & 7))) & 1) === 1;
    if (!written) header.fail('an array whose pages were all written', `page ${page} was not`);
    await readPage(at, length);
    at += length * entrySize + 4;
  }
  return entries;
}

function readEntry(fields: Fields, filtered: boolean, after = 0): Omit<Chunk, 'origin'> {
  const address = fields.address();
  if (!filtered) return { address, storedSize: undefined, mask: 0 };
  const storedSize = fields.uint(Math.max(0, fields.left - 4 - after));
  return { address, storedSize, mask: fields.u32() };
}

/** Throws where there cannot be so many: each takes bytes of the file. */
function expectChunks(storage: Storage, count: number, bytesEach: number): void {
  if (count * Math.max(1, bytesEach) <= storage.size) return;
  throw fileError(storage.place, 'invalid-file', `chunks within the ${storage.size} bytes of the file`, `${count}`);
}
