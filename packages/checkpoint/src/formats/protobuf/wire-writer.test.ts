import { describe, expect, it } from 'vitest';
import { WireReader, wireTypes } from './wire-reader';
import { WireWriter } from './wire-writer';

describe('WireWriter', () => {
  it('writes the examples of the specification', () => {
    expect([...new WireWriter().number(1, 150).toBytes()]).toEqual([0x08, 0x96, 0x01]);
    expect([...new WireWriter().string(2, 'testing').toBytes()]).toEqual([
      0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67,
    ]);
    expect([...new WireWriter().message(3, new WireWriter().number(1, 150)).toBytes()]).toEqual([
      0x1a, 0x03, 0x08, 0x96, 0x01,
    ]);
    expect([...new WireWriter().packedInt64s(6, [3, 270, 86942]).toBytes()]).toEqual([
      0x32, 0x06, 0x03, 0x8e, 0x02, 0x9e, 0xa7, 0x05,
    ]);
  });

  it('writes what the reader reads', () => {
    const large = new Uint8Array(5000).fill(7);
    const bytes = new WireWriter()
      .int64(1, -(2n ** 63n))
      .number(2, 2 ** 53 - 1)
      .float(3, 0.5)
      .double(4, Math.PI)
      .fixed32(5, 0xfffffffe)
      .bytes(6, large)
      .packedFloats(7, [1, 2])
      .packedDoubles(8, [3, 4])
      .boolean(9, true)
      .int64(1000, 5)
      .toBytes();
    const reader = new WireReader(bytes, 'a.pb');
    const next = () => expect(reader.next()).toBe(true);
    next();
    expect(reader.int64()).toBe(-(2n ** 63n));
    next();
    expect(reader.number()).toBe(2 ** 53 - 1);
    next();
    expect(reader.float()).toBe(0.5);
    next();
    expect(reader.double()).toBe(Math.PI);
    next();
    expect(reader.fixed32()).toBe(0xfffffffe);
    next();
    expect(reader.bytes()).toEqual(large);
    next();
    const floats: number[] = [];
    reader.repeated(wireTypes.fixed32, (one) => floats.push(one.float()));
    next();
    reader.repeated(wireTypes.fixed64, (one) => floats.push(one.double()));
    expect(floats).toEqual([1, 2, 3, 4]);
    next();
    expect(reader.boolean()).toBe(true);
    next();
    expect([reader.field, reader.int64()]).toEqual([1000, 5n]);
    expect(reader.next()).toBe(false);
  });

  it('shares large bytes', () => {
    const large = new Uint8Array(5000);
    const pieces = new WireWriter().bytes(1, large).message(2, new WireWriter().bytes(1, large)).toPieces();
    expect(pieces.filter((piece) => piece === large)).toHaveLength(2);
  });
});
