import { Fields, nowhere } from './fields';
import type { Storage } from './storage';

/** All records of a version 2 B-tree, in order. `type` is what kind of records it must hold. */
export async function readRecords(storage: Storage, address: number, ...types: number[]): Promise<Fields[]> {
  const { offsets, lengths } = storage.sizes;
  const header = await storage.checkedFields(address, 22 + offsets + lengths);
  header.signature('BTHD');
  header.version('a B-tree', 0);
  const type = header.u8();
  if (!types.includes(type)) header.fail(`a B-tree of records of type ${types.join(' or ')}`, `${type}`);
  const nodeSize = header.u32();
  const recordSize = header.u16();
  const depth = header.u16();
  header.skip(2);
  const root = header.address();
  const count = header.u16();
  const total = header.length();
  if (recordSize === 0 || nodeSize < 10 + recordSize || depth > 16)
    header.fail('a B-tree with records', 'none that fit');
  const widths = pointerWidths(nodeSize, recordSize, depth, offsets);
  const records: Fields[] = [];
  const visit = async (node: number, recordCount: number, level: number): Promise<void> => {
    const fields = await readNode(storage, node, recordCount, level);
    const own: Fields[] = [];
    for (let index = 0; index < recordCount; index++) {
      own.push(new Fields(fields.take(recordSize), storage.place, storage.sizes));
    }
    if (level === 0) {
      records.push(...own);
      return;
    }
    for (let index = 0; index <= recordCount; index++) {
      const child = fields.address();
      const inChild = fields.uint(widths.count);
      fields.skip(widths.total[level] ?? 0);
      await visit(child, inChild, level - 1);
      if (index < recordCount) records.push(own[index]!);
    }
  };
  const readNode = async (storage_: Storage, node: number, recordCount: number, level: number): Promise<Fields> => {
    const pointers = level === 0 ? 0 : (recordCount + 1) * (offsets + widths.count + (widths.total[level] ?? 0));
    const fields = await storage_.checkedFields(node, 6 + recordCount * recordSize + pointers + 4);
    fields.signature(level === 0 ? 'BTLF' : 'BTIN');
    fields.version('a node of a B-tree', 0);
    if (fields.u8() !== type) fields.fail(`a node of records of type ${type}`, 'another one');
    return fields;
  };
  if (root !== nowhere && total > 0) await visit(root, count, depth);
  if (records.length !== total) header.fail(`${total} records`, `${records.length}`);
  return records;
}

/** How many bytes a pointer to a child spends on the number of its records, and (by level) of all records below it. */
function pointerWidths(nodeSize: number, recordSize: number, depth: number, offsets: number) {
  let most = Math.floor((nodeSize - 10) / recordSize);
  const count = widthOf(most);
  const total = [0, 0];
  let below = 0;
  let all = most;
  for (let level = 1; level <= depth; level++) {
    const pointer = offsets + count + below;
    most = Math.floor((nodeSize - 10 - pointer) / (recordSize + pointer));
    all = (most + 1) * all + most;
    below = widthOf(all);
    total[level + 1] = below;
  }
  return { count, total };
}

function widthOf(most: number): number {
  return Math.floor(Math.floor(Math.log2(Math.max(1, most))) / 8) + 1;
}
