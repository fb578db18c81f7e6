import { fileError } from '../file-error';

/** Reads a pickle from front to end. Every length is held against what is left before it is used. */
export class Cursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #place: string;
  #at = 0;

  constructor(bytes: Uint8Array, place: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#place = place;
  }

  /** How many bytes were read. */
  get at(): number {
    return this.#at;
  }

  uint8(): number {
    return this.#bytes[this.#take(1)]!;
  }

  uint16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  int32(): number {
    return this.#view.getInt32(this.#take(4), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  /** A length; one that no file has comes out as a large number, which the next take refuses. */
  uint64(): number {
    return Number(this.#view.getBigUint64(this.#take(8), true));
  }

  /** Pickle's one number that lies with its high byte first. */
  float64(): number {
    return this.#view.getFloat64(this.#take(8), false);
  }

  bytes(length: number): Uint8Array {
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  text(length: number): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes(length));
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      throw fileError(this.#place, 'invalid-file', 'UTF-8 text in the pickle', 'bytes that are not', undefined, cause);
    }
  }

  /** The characters up to the end of the line, which is skipped. */
  line(): string {
    const end = this.#bytes.indexOf(0x0a, this.#at);
    const stop = end < 0 ? this.#bytes.length + 1 : end;
    const text = new TextDecoder('latin1').decode(this.bytes(stop - this.#at));
    this.#at++;
    return text;
  }

  /** A signed number in as many bytes, the low ones first. */
  integer(length: number): bigint {
    let value = 0n;
    for (const [index, byte] of this.bytes(length).entries()) value |= BigInt(byte) << BigInt(8 * index);
    return BigInt.asIntN(8 * length, value);
  }

  #take(length: number): number {
    const start = this.#at;
    if (length > this.#bytes.length - start) {
      throw fileError(
        this.#place,
        'truncated-file',
        `${length} more bytes of the pickle`,
        `${this.#bytes.length - start} until its end`,
      );
    }
    this.#at = start + length;
    return start;
  }
}
