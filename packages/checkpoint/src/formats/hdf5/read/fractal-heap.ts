import { fileError } from '../../file-error';
import { Fields, nowhere } from './fields';
import type { Storage } from './storage';

/** A heap of small objects, each found by an identifier. */
export interface FractalHeap {
  idLength: number;
  read(id: Uint8Array): Promise<Fields>;
}

interface Shape {
  /** Blocks in a row of the table. */
  width: number;
  /** Bytes of the blocks in the first two rows; each further row doubles them. */
  firstBlock: number;
  largestDirect: number;
  offsetBytes: number;
}

/** Opens the heap at an address. */
export async function readFractalHeap(storage: Storage, address: number): Promise<FractalHeap> {
  const { offsets, lengths } = storage.sizes;
  const header = await storage.checkedFields(address, 26 + 3 * offsets + 12 * lengths);
  header.signature('FRHP');
  header.version('a heap', 0);
  const idLength = header.u16();
  const filterLength = header.u16();
  header.u8();
  const largestObject = header.u32();
  header.skip(4 * lengths + 2 * offsets + 6 * lengths);
  // The two addresses are that of huge objects and that of free space.
  const width = header.u16();
  const firstBlock = header.length();
  const largestDirect = header.length();
  const heapBits = header.u16();
  header.skip(2);
  const root = header.address();
  const rows = header.u16();
  if (filterLength > 0) {
    throw fileError(storage.place, 'unsupported-file', 'names that are not compressed', 'a compressed heap');
  }
  const powers = [width, firstBlock, largestDirect].every((value) => value > 0 && Number.isInteger(Math.log2(value)));
  if (!powers || largestDirect < firstBlock || heapBits > 64)
    header.fail('a heap whose sizes are powers of 2', 'others');
  const shape: Shape = { width, firstBlock, largestDirect, offsetBytes: Math.ceil(heapBits / 8) };
  const lengthBytes = Math.min(widthOf(largestDirect), widthOf(largestObject));
  return {
    idLength,
    read: async (id) => {
      const fields = new Fields(id, storage.place, storage.sizes);
      const kind = (fields.u8() >> 4) & 3;
      if (kind === 2) return new Fields(fields.take(((id[0] ?? 0) & 15) + 1), storage.place, storage.sizes);
      if (kind !== 0) {
        throw fileError(storage.place, 'unsupported-file', 'objects that lie in their heap', 'a huge one beside it');
      }
      const offset = fields.uint(shape.offsetBytes);
      const length = fields.uint(lengthBytes);
      const block = await findBlock(storage, shape, root, rows, offset);
      if (offset - block.start + length > block.size) fields.fail('objects within their block', 'one across its end');
      return storage.fields(block.address + offset - block.start, length);
    },
  };
}

/** The direct block that holds an offset of the heap. */
async function findBlock(storage: Storage, shape: Shape, root: number, rows: number, offset: number) {
  const { width, firstBlock, largestDirect, offsetBytes } = shape;
  let [address, rowCount, start, size] = [root, rows, 0, firstBlock];
  while (rowCount > 0) {
    const directRows = Math.min(rowCount, Math.log2(largestDirect) - Math.log2(firstBlock) + 2);
    const entries = await storage.fields(
      address,
      5 + storage.sizes.offsets + offsetBytes + rowCount * width * storage.sizes.offsets,
    );
    entries.signature('FHIB');
    entries.skip(1 + storage.sizes.offsets + offsetBytes);
    let row = 0;
    let at = start;
    while (row < rowCount && offset >= at + width * blockSize(firstBlock, row)) {
      at += width * blockSize(firstBlock, row);
      row += 1;
    }
    if (row >= rowCount) entries.fail('an offset within the heap', `${offset}`);
    size = blockSize(firstBlock, row);
    const column = Math.floor((offset - at) / size);
    entries.skip((row * width + column) * storage.sizes.offsets);
    address = entries.address();
    start = at + column * size;
    if (row < directRows) break;
    rowCount = Math.log2(size) - Math.log2(firstBlock * width) + 1;
  }
  if (address === nowhere) throw fileError(storage.place, 'invalid-file', `a block of the heap at ${offset}`, 'none');
  const block = await storage.fields(address, 5);
  block.signature('FHDB');
  return { address, start, size };
}

function blockSize(first: number, row: number): number {
  return first * 2 ** Math.max(0, row - 1);
}

function widthOf(most: number): number {
  return Math.floor(Math.log2(Math.max(1, most)) / 8) + 1;
}
