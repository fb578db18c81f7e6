import { aligned, type ByteWriter } from './byte-writer';

// A group's names: a heap with the names, tables of at most 8 entries, and a B-tree of at most 32 children a node above them.
// HDF5 expects tables and nodes to take their full size, however few entries they have.

const perTable = 8;
const perNode = 32;
const tableSize = 8 + perTable * 40;
const nodeSize = 24 + perNode * 8 + (perNode + 1) * 8;

/** Half of what tables and nodes hold, as the superblock tells it. */
export const groupSizes = { leaf: perTable / 2, internal: perNode / 2 };

/** The parts of a group's names, each with its size. */
export class SymbolTable {
  readonly #names: string[];
  readonly #offsets: number[] = [];
  readonly #heapSize: number;
  readonly #levels: number[] = [];

  constructor(names: Iterable<string>) {
    // HDF5 finds names by their bytes.
    this.#names = [...names].sort((a, b) => compareBytes(a, b));
    let at = 8;
    for (const name of this.#names) {
      this.#offsets.push(at);
      at += aligned(new TextEncoder().encode(name).length + 1);
    }
    this.#heapSize = at;
    let count = Math.ceil(this.#names.length / perTable);
    do {
      count = Math.max(1, Math.ceil(count / perNode));
      this.#levels.push(count);
    } while (count > 1);
  }

  get size(): number {
    const nodes = this.#levels.reduce((sum, count) => sum + count, 0);
    return nodes * nodeSize + this.#tableCount * tableSize + 32 + this.#heapSize;
  }

  get #tableCount(): number {
    return Math.ceil(this.#names.length / perTable);
  }

  /** Where the tree and the heap are, if all is written at this address. */
  addresses(start: number): { tree: number; heap: number } {
    const nodes = this.#levels.reduce((sum, count) => sum + count, 0);
    // The highest node comes last.
    return { tree: start + (nodes - 1) * nodeSize, heap: start + nodes * nodeSize + this.#tableCount * tableSize };
  }

  write(writer: ByteWriter, addressOf: (name: string) => number): void {
    const start = writer.at;
    const { heap } = this.addresses(start);
    const nodes = this.#levels.reduce((sum, count) => sum + count, 0);
    const tables = start + nodes * nodeSize;
    let below = { at: tables, size: tableSize, count: this.#tableCount, names: perTable };
    for (const [level, count] of this.#levels.entries()) {
      const at = writer.at;
      for (let node = 0; node < count; node++) this.#writeNode(writer, level, node, count, below);
      below = { at, size: nodeSize, count, names: below.names * perNode };
    }
    for (let table = 0; table < this.#tableCount; table++) this.#writeTable(writer, table, addressOf);
    writer
      .text('HEAP')
      .u8(0, 0, 0, 0)
      .u64(this.#heapSize)
      .u64(1)
      .u64(heap + 32);
    const segment = writer.at;
    for (const [index, name] of this.#names.entries()) writer.seek(segment + this.#offsets[index]!).text(name);
    writer.seek(segment + this.#heapSize);
  }

  #writeNode(
    writer: ByteWriter,
    level: number,
    node: number,
    count: number,
    below: { at: number; size: number; count: number; names: number },
  ): void {
    const start = writer.at;
    const first = node * perNode;
    const used = Math.min(perNode, below.count - first);
    const sibling = (there: boolean, step: number) => (there ? start + step * nodeSize : undefined);
    writer.text('TREE').u8(0, level).u16(used);
    writer.u64(sibling(node > 0, -1)).u64(sibling(node < count - 1, 1));
    // Between children stand the names that end them: each is the last one of the child before it.
    const key = (children: number) => {
      const names = Math.min(children * below.names, this.#names.length);
      return names === 0 ? 0 : this.#offsets[names - 1]!;
    };
    for (let child = first; child < first + used; child++) writer.u64(key(child)).u64(below.at + child * below.size);
    writer.u64(key(first + used)).seek(start + nodeSize);
  }

  #writeTable(writer: ByteWriter, table: number, addressOf: (name: string) => number): void {
    const start = writer.at;
    const names = this.#names.slice(table * perTable, (table + 1) * perTable);
    writer.text('SNOD').u8(1, 0).u16(names.length);
    for (const [index, name] of names.entries()) {
      writer
        .u64(this.#offsets[table * perTable + index]!)
        .u64(addressOf(name))
        .seek(writer.at + 24);
    }
    writer.seek(start + tableSize);
  }
}

function compareBytes(a: string, b: string): number {
  const [x, y] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  for (let index = 0; index < Math.min(x.length, y.length); index++) {
    if (x[index] !== y[index]) return x[index]! - y[index]!;
  }
  return x.length - y.length;
}
