import { aligned, type ByteWriter } from './byte-writer';

/** Where a text lies: filled in once the heap has its place. */
export interface TextPlace {
  length: number;
  collection: number;
  index: number;
}

const smallest = 4096;
const mostTexts = 50_000;
const mostBytes = 2 ** 24;

/** The texts of all attributes of a file, in collections of a limited size. */
export class TextHeap {
  readonly #collections: { texts: Uint8Array[]; bytes: number }[] = [];

  add(text: string): TextPlace {
    const bytes = new TextEncoder().encode(text);
    let last = this.#collections.at(-1);
    if (!last || last.texts.length >= mostTexts || last.bytes + bytes.length > mostBytes) {
      last = { texts: [], bytes: 16 };
      this.#collections.push(last);
    }
    last.texts.push(bytes);
    last.bytes += 16 + aligned(bytes.length);
    return { length: bytes.length, collection: this.#collections.length - 1, index: last.texts.length };
  }

  /** The size of each collection. */
  get sizes(): number[] {
    return this.#collections.map(({ bytes }) => Math.max(smallest, bytes + 16));
  }

  /** Writes the collections, one after the other. */
  write(writer: ByteWriter): void {
    for (const [index, size] of this.sizes.entries()) {
      const start = writer.at;
      writer.text('GCOL').u8(1, 0, 0, 0).u64(size);
      for (const [text, bytes] of this.#collections[index]!.texts.entries()) {
        const at = writer.at;
        writer
          .u16(text + 1)
          .u16(1)
          .u32(0)
          .u64(bytes.length)
          .put(bytes);
        writer.seek(at + 16 + aligned(bytes.length));
      }
      // Object 0 is the space that is left.
      writer
        .u16(0)
        .u16(0)
        .u32(0)
        .u64(start + size - writer.at + 8);
      writer.seek(start + size);
    }
  }
}
