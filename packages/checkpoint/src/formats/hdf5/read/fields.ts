import { fileError } from '../../file-error';

/** How many bytes a file uses for addresses and for lengths. */
export interface FieldSizes {
  offsets: number;
  lengths: number;
}

/** An address that leads nowhere: all its bits are 1. */
export const nowhere = -1;

/** Reads the fields of one structure in order: little-endian numbers, addresses, text. Throws where the structure ends too early. */
export class Fields {
  readonly bytes: Uint8Array;
  readonly place: string;
  readonly sizes: FieldSizes;
  at: number;
  readonly #view: DataView;

  constructor(bytes: Uint8Array, place: string, sizes: FieldSizes, at = 0) {
    this.bytes = bytes;
    this.place = place;
    this.sizes = sizes;
    this.at = at;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  u8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  /** An unsigned number of 1 to 8 bytes. Those no file can reach become 2^53, which every later check refuses. */
  uint(size: number): number {
    const at = this.#advance(size);
    let value = 0;
    for (let index = size - 1; index >= 0; index--) value = value * 256 + this.bytes[at + index]!;
    return Math.min(value, 2 ** 53);
  }

  length(): number {
    return this.uint(this.sizes.lengths);
  }

  /** An address, or {@link nowhere}. */
  address(): number {
    const at = this.at;
    const value = this.uint(this.sizes.offsets);
    return this.bytes.subarray(at, this.at).every((byte) => byte === 0xff) ? nowhere : value;
  }

  take(length: number): Uint8Array {
    const at = this.#advance(length);
    return this.bytes.subarray(at, at + length);
  }

  skip(length: number): void {
    this.#advance(length);
  }

  /** Moves to the next multiple of 8 bytes since `start`. */
  align(start: number): void {
    this.skip((8 - ((this.at - start) % 8)) % 8);
  }

  /** Throws unless the next four bytes are this signature. */
  signature(wanted: string): void {
    const found = new TextDecoder('latin1').decode(this.take(4));
    if (found !== wanted) this.fail(`the signature ${wanted}`, JSON.stringify(found));
  }

  /** Throws unless the next byte is one of these versions. */
  version(what: string, ...known: number[]): number {
    const version = this.u8();
    if (known.includes(version)) return version;
    throw fileError(this.place, 'unsupported-file', `${what} of version ${known.join(' or ')}`, String(version));
  }

  fail(expected: string, received: string): never {
    throw fileError(this.place, 'invalid-file', expected, received);
  }

  #advance(length: number): number {
    const { at } = this;
    if (!(length >= 0 && length <= this.left)) this.fail(`${length} bytes more`, `${this.left}`);
    this.at += length;
    return at;
  }
}
