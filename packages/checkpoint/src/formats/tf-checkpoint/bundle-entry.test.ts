import { describe, expect, it } from 'vitest';
import { WireWriter } from '../protobuf/wire-writer';
import { writeTensorShape } from '../tensorflow/tensor-shape';
import { readBundleEntry, readBundleHeader, writeBundleEntry, writeBundleHeader } from './bundle-entry';

const entry = (dtype: number, shape: number[], size: number) =>
  new WireWriter().number(1, dtype).message(2, writeTensorShape(shape)).number(5, size).fixed32(6, 1).toBytes();

describe('entries', () => {
  it('are read as they were written', () => {
    const written = { dtype: 'float32' as const, shape: [2, 3], offset: 8, size: 24, crc: 0xfffffffe };
    expect(readBundleEntry(writeBundleEntry(written), 'w', 'a.index')).toEqual({
      ...written,
      count: 6,
      shard: 0,
      slices: [],
    });
  });

  it('leave out what is 0', () => {
    const bytes = writeBundleEntry({ dtype: 'float32', shape: [], offset: 0, size: 4, crc: 1 });
    expect([...bytes]).toEqual([0x08, 1, 0x12, 0, 0x28, 4, 0x35, 1, 0, 0, 0]);
  });

  it('keep the parts of a tensor', () => {
    const extent = new WireWriter().number(1, 2).number(2, 3);
    const slice = new WireWriter().message(1, extent).message(1, new WireWriter());
    const bytes = new WireWriter()
      .number(1, 1)
      .message(2, writeTensorShape([5, 4]))
      .message(7, slice)
      .toBytes();
    expect(readBundleEntry(bytes, 'w', 'a.index').slices).toEqual([[{ start: 2, length: 3 }, 'all']]);
  });

  it.each([
    [entry(1, [1000], 8), "a.index, tensor 'w': 4000 bytes for shape [1000] of float32. Received: 8"],
    [entry(1, [-1], 8), 'a shape of sizes from 0, with a product below 2^53. Received: [-1]'],
    [entry(99, [1], 8), 'a tensor of numbers or text. Received: type 99'],
    [entry(7, [100], 50), 'at least 104 bytes for shape [100] of string. Received: 50'],
  ])('refuse what does not go together', (bytes, message) => {
    expect(() => readBundleEntry(bytes, 'w', 'a.index')).toThrow(message);
  });
});

describe('the header', () => {
  it('is read as it was written', () => {
    expect(readBundleHeader(writeBundleHeader(), 'a')).toEqual({ shards: 1, bigEndian: false });
    expect(readBundleHeader(Uint8Array.of(0x10, 1), 'a')).toEqual({ shards: 0, bigEndian: true });
  });

  it('names no more data files than can be', () => {
    const bytes = new WireWriter().number(1, 2 ** 31 - 1).toBytes();
    expect(() => readBundleHeader(bytes, 'a.index')).toThrow('at most 100000 data files. Received: 2147483647');
  });
});
