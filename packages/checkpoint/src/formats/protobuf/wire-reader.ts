import { fileError, quoted } from '../file-error';

// Protocol buffers without a compiler: a message is a list of fields, each a number, a wire type and a value. About twenty
// messages are read here, each by a loop over its fields; what a loop does not know it skips, as the format wants.

/** How a value lies in the bytes. */
export const wireTypes = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/**
 * Walks over the fields of one message. Every length is checked before it is used; bytes are shared, not copied.
 *
 * @example
 * const reader = new WireReader(bytes, 'model.onnx');
 * while (reader.next()) {
 *   if (reader.field === 1) version = reader.number();
 *   else reader.skip();
 * }
 *
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
export class WireReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #place: string;
  #at = 0;
  /** The number of the field that {@link next} came to. */
  field = 0;
  /** How its value lies there. */
  wireType = 0;

  constructor(bytes: Uint8Array, place: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#place = place;
  }

  /** Goes to the next field; false at the end. The value of each must then be read or skipped. */
  next(): boolean {
    if (this.#at >= this.#bytes.length) return false;
    const tag = this.#varint();
    this.field = Math.floor(tag / 8);
    this.wireType = tag % 8;
    if (this.field < 1 || this.field > 0x1fffffff) throw this.#bad('a field number from 1', `${this.field}`);
    return true;
  }

  /** A whole number from 0 to 2^53 - 1. Enums, sizes and counts are such. */
  number(): number {
    this.#expect(wireTypes.varint);
    const value = this.#varint();
    if (!Number.isSafeInteger(value)) throw this.#bad('a number below 2^53', 'a larger or negative one');
    return value;
  }

  /** A signed 64-bit number, exactly. */
  int64(): bigint {
    this.#expect(wireTypes.varint);
    return BigInt.asIntN(64, this.#bigVarint());
  }

  /** An unsigned 64-bit number, exactly. */
  uint64(): bigint {
    this.#expect(wireTypes.varint);
    return BigInt.asUintN(64, this.#bigVarint());
  }

  /** A signed whole number within ±(2^53 - 1). */
  signed(): number {
    const value = Number(this.int64());
    if (!Number.isSafeInteger(value)) throw this.#bad('a number within ±(2^53 - 1)', `${value}`);
    return value;
  }

  boolean(): boolean {
    this.#expect(wireTypes.varint);
    return this.#varint() !== 0;
  }

  fixed32(): number {
    this.#expect(wireTypes.fixed32);
    return this.#view.getUint32(this.#take(4), true);
  }

  float(): number {
    this.#expect(wireTypes.fixed32);
    return this.#view.getFloat32(this.#take(4), true);
  }

  double(): number {
    this.#expect(wireTypes.fixed64);
    return this.#view.getFloat64(this.#take(8), true);
  }

  /** Bytes, shared with the message. */
  bytes(): Uint8Array {
    this.#expect(wireTypes.bytes);
    const length = this.#varint();
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** UTF-8 text. */
  string(): string {
    const bytes = this.bytes();
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (cause) {
      throw fileError(
        this.#where(),
        'invalid-file',
        'UTF-8 text',
        quoted(new TextDecoder('latin1').decode(bytes)),
        undefined,
        cause,
      );
    }
  }

  /** The message in this field. */
  message(): WireReader {
    return new WireReader(this.bytes(), this.#place);
  }

  /** Reads what a repeated field holds here: one value, or many packed in one. `read` takes one value off the reader it is given. */
  repeated(wireType: number, read: (reader: WireReader) => void): void {
    if (this.wireType === wireType) {
      read(this);
      return;
    }
    const packed = this.message();
    packed.field = this.field;
    packed.wireType = wireType;
    while (packed.#at < packed.#bytes.length) read(packed);
  }

  /** All float32 values of a repeated field that lie here. */
  floats(): Float32Array {
    if (this.wireType === wireTypes.fixed32) return Float32Array.of(this.float());
    const bytes = this.#wholeNumbers(4);
    return new Float32Array(bytes.buffer);
  }

  /** All float64 values of a repeated field that lie here. */
  doubles(): Float64Array {
    if (this.wireType === wireTypes.fixed64) return Float64Array.of(this.double());
    const bytes = this.#wholeNumbers(8);
    return new Float64Array(bytes.buffer);
  }

  /** Leaves the value out. */
  skip(): void {
    switch (this.wireType) {
      case wireTypes.varint:
        this.#bigVarint();
        return;
      case wireTypes.fixed64:
        this.#take(8);
        return;
      case wireTypes.bytes:
        this.#take(this.#varint());
        return;
      case wireTypes.fixed32:
        this.#take(4);
        return;
      default:
        throw this.#bad('wire type 0, 1, 2 or 5', `${this.wireType}`);
    }
  }

  #where(): string {
    return `${this.#place}, field ${this.field} of a message`;
  }

  /** A copy of packed numbers of one size, where an array may begin. */
  #wholeNumbers(size: number): Uint8Array<ArrayBuffer> {
    const bytes = this.bytes();
    if (bytes.length % size !== 0) throw this.#bad(`numbers of ${size} bytes each`, `${bytes.length} bytes`);
    return new Uint8Array(bytes);
  }

  #expect(wireType: number): void {
    if (this.wireType !== wireType) throw this.#bad(`wire type ${wireType}`, `${this.wireType}`);
  }

  /** Moves on by some bytes, and gives where they begin. */
  #take(length: number): number {
    const start = this.#at;
    if (length > this.#bytes.length - start) {
      throw fileError(
        this.#where(),
        'truncated-file',
        `${length} more bytes`,
        `${this.#bytes.length - start} until the end of the message`,
      );
    }
    this.#at = start + length;
    return start;
  }

  /** Up to 2^53 exactly; more comes out as a larger number, which no check lets through. */
  #varint(): number {
    let value = 0;
    let factor = 1;
    for (let count = 0; count < 10; count++) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) break;
      this.#at++;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    throw this.#unterminated();
  }

  #bigVarint(): bigint {
    let value = 0n;
    for (let count = 0n; count < 10n; count++) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) break;
      this.#at++;
      value |= BigInt(byte & 0x7f) << (7n * count);
      if (byte < 0x80) return value;
    }
    throw this.#unterminated();
  }

  #unterminated() {
    return this.#bad('a number of at most 10 bytes', 'one that does not end');
  }

  #bad(expected: string, received: string) {
    return fileError(this.#where(), 'invalid-file', expected, received);
  }
}
