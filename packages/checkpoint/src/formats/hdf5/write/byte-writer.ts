/** Bytes written in order, little-endian, into a place of known size. */
export class ByteWriter {
  readonly bytes: Uint8Array;
  at = 0;
  readonly #view: DataView;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  u8(...values: number[]): this {
    for (const value of values) this.bytes[this.at++] = value;
    return this;
  }

  u16(value: number): this {
    this.#view.setUint16(this.at, value, true);
    this.at += 2;
    return this;
  }

  u32(value: number): this {
    this.#view.setUint32(this.at, value, true);
    this.at += 4;
    return this;
  }

  /** A 64-bit number; undefined is HDF5's address that leads nowhere. */
  u64(value: number | undefined): this {
    this.#view.setBigUint64(this.at, value === undefined ? 2n ** 64n - 1n : BigInt(value), true);
    this.at += 8;
    return this;
  }

  text(value: string): this {
    return this.put(new TextEncoder().encode(value));
  }

  put(bytes: Uint8Array): this {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
    return this;
  }

  /** Goes on at this place; what lies between stays zeros. */
  seek(at: number): this {
    this.at = at;
    return this;
  }
}

/** The next multiple of 8. */
export function aligned(size: number): number {
  return Math.ceil(size / 8) * 8;
}
