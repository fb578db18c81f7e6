import { fileError } from '../../file-error';
import { nowhere } from './fields';
import type { Link } from './links';
import type { Storage } from './storage';

/** The links of a group in the old format: a B-tree of tables of names, the names in a heap. */
export async function readSymbolTable(storage: Storage, treeAddress: number, heapAddress: number): Promise<Link[]> {
  const nameAt = await readLocalHeap(storage, heapAddress);
  const links: Link[] = [];
  for (const table of await leavesOf(storage, treeAddress)) {
    const { offsets } = storage.sizes;
    const start = await storage.fields(table, 8);
    start.signature('SNOD');
    start.version('a symbol table', 1);
    start.skip(1);
    const count = start.u16();
    const entries = await storage.fields(table + 8, count * (2 * offsets + 24));
    for (let index = 0; index < count; index++) {
      const name = nameAt(entries.uint(offsets));
      const address = entries.address();
      const cached = entries.u32();
      entries.skip(4);
      const scratch = entries.take(16);
      const target = new DataView(scratch.buffer, scratch.byteOffset).getUint32(0, true);
      links.push(cached === 2 ? { name, kind: 'soft', target: nameAt(target) } : { name, kind: 'hard', address });
    }
  }
  return links;
}

/** The addresses that the leaves of a version 1 B-tree of names hold, in order. */
async function leavesOf(storage: Storage, root: number): Promise<number[]> {
  const { offsets, lengths } = storage.sizes;
  let level = [root];
  for (let above = Number.POSITIVE_INFINITY; ; ) {
    const children: number[] = [];
    let depth = 0;
    for (const address of level) {
      const start = await storage.fields(address, 8 + 2 * offsets);
      start.signature('TREE');
      if (start.u8() !== 0) start.fail('a B-tree of names', 'one of chunks');
      depth = start.u8();
      const count = start.u16();
      const entries = await storage.fields(address + start.bytes.length, count * (lengths + offsets));
      for (let index = 0; index < count; index++) {
        entries.skip(lengths);
        children.push(entries.address());
      }
    }
    if (level.length === 0 || depth === 0) return children;
    if (depth >= above) {
      throw fileError(storage.place, 'invalid-file', 'a B-tree whose levels go down', `level ${depth} below ${above}`);
    }
    above = depth;
    level = children;
  }
}

/** The names of a group. */
async function readLocalHeap(storage: Storage, address: number): Promise<(offset: number) => string> {
  const header = await storage.fields(address, 8 + 2 * storage.sizes.lengths + storage.sizes.offsets);
  header.signature('HEAP');
  header.version('a heap of names', 0);
  header.skip(3);
  const size = header.length();
  header.length();
  const segment = header.address();
  const bytes = segment === nowhere ? new Uint8Array() : await storage.read(segment, size);
  return (offset) => {
    const end = bytes.indexOf(0, offset);
    if (offset >= bytes.length || end < 0) {
      header.fail(`names within the ${bytes.length} bytes of their heap`, `one at ${offset}`);
    }
    return new TextDecoder().decode(bytes.subarray(offset, end));
  };
}
