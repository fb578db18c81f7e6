import type { ByteSource } from '../../../sources/byte-source';
import { fileError } from '../../file-error';
import { lookup3 } from '../lookup3';
import { type FieldSizes, Fields } from './fields';

/** Structures are small and lie together: this much is read at once. */
const pageSize = 1 << 16;
const mostPages = 64;

/**
 * Where the structures of an HDF5 file are read from: addresses count from the file's base, small reads share pages, and
 * the number of reads is limited, so that structures which refer to each other in a circle end in an error.
 */
export class Storage {
  readonly place: string;
  readonly sizes: FieldSizes;
  /** Bytes after the base. */
  readonly size: number;
  readonly #source: ByteSource;
  readonly #base: number;
  readonly #pages = new Map<number, Promise<Uint8Array>>();
  #readsLeft: number;
  #bytesLeft: number;

  constructor(source: ByteSource, base: number, sizes: FieldSizes) {
    this.place = source.place;
    this.sizes = sizes;
    this.size = source.size - base;
    this.#source = source;
    this.#base = base;
    // No structure is smaller than 8 bytes; a sound file needs each a few times.
    this.#readsLeft = 10_000 + source.size;
    this.#bytesLeft = 2 ** 26 + 16 * source.size;
  }

  /** The bytes of a structure. Throws where they are not in the file. */
  async read(address: number, length: number): Promise<Uint8Array> {
    this.#readsLeft -= 1;
    this.#bytesLeft -= length;
    if (this.#readsLeft < 0 || this.#bytesLeft < 0) {
      throw fileError(this.place, 'invalid-file', 'structures that end', 'some that lead back to themselves');
    }
    return this.readData(address, length);
  }

  /** The bytes of elements: as {@link read}, but they may be as many as there are. */
  async readData(address: number, length: number): Promise<Uint8Array> {
    if (!(address >= 0 && length >= 0 && address + length <= this.size)) {
      throw fileError(
        this.place,
        'invalid-file',
        `addresses within its ${this.size} bytes`,
        `${length} bytes at ${address}`,
      );
    }
    const start = this.#base + address;
    if (length >= pageSize) return this.#source.read(start, start + length);
    const first = Math.floor(start / pageSize);
    const last = Math.floor((start + length - 1) / pageSize);
    const page = await this.#page(first);
    const at = start - first * pageSize;
    if (last <= first) return page.subarray(at, at + length);
    const bytes = new Uint8Array(length);
    bytes.set(page.subarray(at));
    bytes.set((await this.#page(last)).subarray(0, length - (page.length - at)), page.length - at);
    return bytes;
  }

  /** The fields of a structure of a known length. */
  async fields(address: number, length: number): Promise<Fields> {
    return new Fields(await this.read(address, length), this.place, this.sizes);
  }

  /** The fields of a structure that ends within `length` bytes, or at the end of the file. */
  async fieldsUpTo(address: number, length: number): Promise<Fields> {
    return this.fields(address, Math.max(0, Math.min(length, this.size - address)));
  }

  /** As {@link fields}, for a structure whose last four bytes are its checksum. Throws where that does not match. */
  async checkedFields(address: number, length: number): Promise<Fields> {
    const fields = await this.fields(address, length);
    const sum = new Fields(fields.bytes, this.place, this.sizes, length - 4).u32();
    if (sum !== lookup3(fields.bytes.subarray(0, length - 4))) {
      throw fileError(
        this.place,
        'checksum-mismatch',
        `the checksum of the ${length} bytes at ${address}`,
        'another one',
      );
    }
    return new Fields(fields.bytes.subarray(0, length - 4), this.place, this.sizes);
  }

  #page(index: number): Promise<Uint8Array> {
    let page = this.#pages.get(index);
    if (page === undefined) {
      const start = index * pageSize;
      page = this.#source.read(start, Math.min(start + pageSize, this.#source.size));
      if (this.#pages.size >= mostPages) this.#pages.delete(this.#pages.keys().next().value!);
      this.#pages.set(index, page);
    }
    return page;
  }
}
