import { joinPieces } from '../../write-pieces';
import { wireTypes } from './wire-reader';

/** Longer bytes are kept as they are, beside the others, and copied once, when all are joined. */
const worthSharing = 1024;

/**
 * Writes the fields of one message, in the order of the calls. Large bytes are shared, not copied.
 *
 * A field is written whatever its value: to leave out a value that is the default, as proto3 does, do not call.
 *
 * @example
 * const bytes = new WireWriter().number(1, 150).toBytes(); // 08 96 01
 *
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
export class WireWriter {
  readonly #pieces: Uint8Array[] = [];
  #open = new Uint8Array(64);
  #used = 0;

  /** A whole number from 0 to 2^53 - 1. */
  number(field: number, value: number): this {
    this.#tag(field, wireTypes.varint);
    this.#varint(value);
    return this;
  }

  /** A 64-bit number; a negative one takes 10 bytes. */
  int64(field: number, value: bigint | number): this {
    this.#tag(field, wireTypes.varint);
    this.#bigVarint(BigInt.asUintN(64, BigInt(value)));
    return this;
  }

  boolean(field: number, value: boolean): this {
    return this.number(field, value ? 1 : 0);
  }

  fixed32(field: number, value: number): this {
    this.#tag(field, wireTypes.fixed32);
    const at = this.#room(4);
    new DataView(this.#open.buffer).setUint32(at, value, true);
    return this;
  }

  float(field: number, value: number): this {
    this.#tag(field, wireTypes.fixed32);
    const at = this.#room(4);
    new DataView(this.#open.buffer).setFloat32(at, value, true);
    return this;
  }

  double(field: number, value: number): this {
    this.#tag(field, wireTypes.fixed64);
    const at = this.#room(8);
    new DataView(this.#open.buffer).setFloat64(at, value, true);
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.#tag(field, wireTypes.bytes);
    this.#varint(value.length);
    if (value.length >= worthSharing) {
      this.#close();
      this.#pieces.push(value);
    } else {
      const at = this.#room(value.length);
      this.#open.set(value, at);
    }
    return this;
  }

  string(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  message(field: number, value: WireWriter): this {
    const pieces = value.toPieces();
    this.#tag(field, wireTypes.bytes);
    this.#varint(pieces.reduce((sum, piece) => sum + piece.length, 0));
    this.#close();
    this.#pieces.push(...pieces);
    return this;
  }

  /** Many numbers in one field. */
  packedFloats(field: number, values: ArrayLike<number>): this {
    return this.#packed(field, 4 * values.length, (view) => {
      for (let index = 0; index < values.length; index++) view.setFloat32(4 * index, values[index]!, true);
    });
  }

  /** Many numbers in one field. */
  packedDoubles(field: number, values: ArrayLike<number>): this {
    return this.#packed(field, 8 * values.length, (view) => {
      for (let index = 0; index < values.length; index++) view.setFloat64(8 * index, values[index]!, true);
    });
  }

  /** Many numbers in one field. */
  packedInt64s(field: number, values: Iterable<bigint | number>): this {
    const packed = new WireWriter();
    for (const value of values) packed.#bigVarint(BigInt.asUintN(64, BigInt(value)));
    return this.message(field, packed);
  }

  /** The message in pieces, to be written one after the other. The writer is spent. */
  toPieces(): Uint8Array[] {
    this.#close();
    return this.#pieces;
  }

  /** The message in one piece. The writer is spent. */
  toBytes(): Uint8Array {
    return joinPieces(this.toPieces());
  }

  #packed(field: number, length: number, fill: (view: DataView) => void): this {
    const bytes = new Uint8Array(length);
    fill(new DataView(bytes.buffer));
    return this.bytes(field, bytes);
  }

  #tag(field: number, wireType: number): void {
    this.#varint(field * 8 + wireType);
  }

  #varint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      const at = this.#room(1);
      this.#open[at] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    const at = this.#room(1);
    this.#open[at] = rest;
  }

  #bigVarint(value: bigint): void {
    if (value <= 0x7fffffffn) {
      this.#varint(Number(value));
      return;
    }
    let rest = value;
    while (rest > 0x7fn) {
      const at = this.#room(1);
      this.#open[at] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    const at = this.#room(1);
    this.#open[at] = Number(rest);
  }

  /** Makes room for some bytes, and gives where they go. */
  #room(length: number): number {
    const at = this.#used;
    if (at + length > this.#open.length) {
      const larger = new Uint8Array(2 * (at + length));
      larger.set(this.#open.subarray(0, at));
      this.#open = larger;
    }
    this.#used = at + length;
    return at;
  }

  /** Puts what was written so far among the pieces. */
  #close(): void {
    if (this.#used === 0) return;
    this.#pieces.push(this.#open.subarray(0, this.#used));
    this.#open = new Uint8Array(64);
    this.#used = 0;
  }
}
