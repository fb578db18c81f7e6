import { fileError } from '../../file-error';
import type { Chunk } from './chunks';
import type { Storage } from './storage';

/** The chunks that a version 1 B-tree holds. */
export async function readChunkTree(storage: Storage, root: number, rank: number): Promise<Chunk[]> {
  const { offsets } = storage.sizes;
  const keySize = 8 + 8 * (rank + 1);
  const chunks: Chunk[] = [];
  const visit = async (address: number, above: number): Promise<void> => {
    const start = await storage.fields(address, 8 + 2 * offsets);
    start.signature('TREE');
    if (start.u8() !== 1) start.fail('a B-tree of chunks', 'one of names');
    const level = start.u8();
    if (level >= above) {
      throw fileError(storage.place, 'invalid-file', 'a B-tree whose levels go down', `level ${level} below ${above}`);
    }
    const count = start.u16();
    const entries = await storage.fields(address + start.bytes.length, count * (keySize + offsets));
    for (let index = 0; index < count; index++) {
      const storedSize = entries.u32();
      const mask = entries.u32();
      const origin = Array.from({ length: rank }, () => entries.uint(8));
      entries.skip(8);
      const child = entries.address();
      if (level === 0) chunks.push({ origin, address: child, storedSize, mask });
      else await visit(child, level);
    }
  };
  await visit(root, 256);
  return chunks;
}
