import { describe, expect, it } from 'vitest';
import { WireReader, wireTypes } from './wire-reader';

const reader = (...bytes: number[]) => {
  const made = new WireReader(Uint8Array.from(bytes), 'a.pb');
  made.next();
  return made;
};

describe('WireReader', () => {
  it('reads the examples of the specification', () => {
    const number = reader(0x08, 0x96, 0x01);
    expect([number.field, number.number(), number.next()]).toEqual([1, 150, false]);
    const text = reader(0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67);
    expect([text.field, text.string()]).toEqual([2, 'testing']);
    const packed = reader(0x32, 0x06, 0x03, 0x8e, 0x02, 0x9e, 0xa7, 0x05);
    const values: number[] = [];
    packed.repeated(wireTypes.varint, (one) => values.push(one.number()));
    expect(values).toEqual([3, 270, 86942]);
  });

  it('keeps 64-bit numbers exact', () => {
    expect(reader(0x08, ...Array(9).fill(0xff), 0x01).int64()).toBe(-1n);
    expect(reader(0x08, ...Array(9).fill(0xff), 0x01).uint64()).toBe(2n ** 64n - 1n);
    expect(reader(0x08, ...Array(9).fill(0x80), 0x01).int64()).toBe(-(2n ** 63n));
    expect(reader(0x08, ...Array(9).fill(0xff), 0x01).signed()).toBe(-1);
  });

  it('reads fixed numbers and messages within messages', () => {
    expect(reader(0x0d, 0, 0, 0x80, 0x3f).float()).toBe(1);
    expect(reader(0x09, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f).double()).toBe(1);
    expect(reader(0x0d, 1, 2, 3, 4).fixed32()).toBe(0x04030201);
    const inner = reader(0x1a, 0x02, 0x08, 0x05).message();
    inner.next();
    expect(inner.number()).toBe(5);
  });

  it('reads packed and single floats alike', () => {
    expect(reader(0x0a, 8, 0, 0, 0x80, 0x3f, 0, 0, 0, 0x40).floats()).toEqual(Float32Array.of(1, 2));
    expect(reader(0x0d, 0, 0, 0x80, 0x3f).floats()).toEqual(Float32Array.of(1));
    expect(reader(0x0a, 8, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f).doubles()).toEqual(Float64Array.of(1));
    expect(() => reader(0x0a, 3, 0, 0, 0).floats()).toThrow('numbers of 4 bytes each. Received: 3 bytes');
  });

  it('skips what is not known', () => {
    const made = reader(0x08, 0x96, 0x01, 0x11, 1, 2, 3, 4, 5, 6, 7, 8, 0x1a, 1, 0, 0x25, 1, 2, 3, 4, 0x28, 7);
    for (let field = 1; field < 5; field++) {
      expect(made.field).toBe(field);
      made.skip();
      made.next();
    }
    expect(made.number()).toBe(7);
  });

  it.each([
    ['a number without an end', [0x08, 0x80], (r: WireReader) => r.number(), 'one that does not end'],
    ['a number of 11 bytes', [0x08, ...Array(11).fill(0x80)], (r: WireReader) => r.int64(), 'one that does not end'],
    ['a number over 2^53', [0x08, ...Array(8).fill(0xff), 0x01], (r: WireReader) => r.number(), 'a number below 2^53'],
    ['bytes that are not there', [0x0a, 0x05, 1, 2], (r: WireReader) => r.bytes(), '5 more bytes. Received: 2 until'],
    ['text that is not UTF-8', [0x0a, 0x01, 0xff], (r: WireReader) => r.string(), "UTF-8 text. Received: 'ÿ'"],
    ['another wire type', [0x08, 0x01], (r: WireReader) => r.bytes(), 'wire type 2. Received: 0'],
    ['a group', [0x0b, 0x0c], (r: WireReader) => r.skip(), 'wire type 0, 1, 2 or 5. Received: 3'],
  ])('refuses %s', (_, bytes, read, message) => {
    expect(() => read(reader(...bytes))).toThrow(message);
  });

  it('names file and field', () => {
    expect(() => reader(0x0a, 0x05).bytes()).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: a.pb, field 1 of a message: 5 more bytes. Received: 0 until the end of the message. The file is damaged or was not fully written: fetch or write it again.]`,
    );
    expect(() => new WireReader(Uint8Array.of(0x00), 'a.pb').next()).toThrow('a field number from 1');
  });
});
