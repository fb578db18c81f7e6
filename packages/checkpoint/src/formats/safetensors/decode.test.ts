import { describe, expect, it } from 'vitest';
import {
  asExpected,
  describeWithFixtures,
  type ExpectedArray,
  listFixtures,
  readExpected,
  readFixture,
} from '../../testing/fixtures';
import { decodeSafetensors } from './decode';

function file(header: string, data: number[] = []): Uint8Array {
  const json = new TextEncoder().encode(header);
  return Uint8Array.from([json.length & 255, json.length >> 8, 0, 0, 0, 0, 0, 0, ...json, ...data]);
}

describe('decodeSafetensors', () => {
  it('reads tensors in the order of their data, and metadata', () => {
    const header =
      '{"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]},"a":{"dtype":"I8","shape":[2],"data_offsets":[0,2]},"__metadata__":{"k":"v"}}';
    const { tensors, metadata } = decodeSafetensors(file(header, [1, 255, 3]));
    expect([...tensors]).toEqual([
      ['a', { dtype: 'int8', shape: [2], data: Int8Array.of(1, -1) }],
      ['b', { dtype: 'uint8', shape: [1], data: Uint8Array.of(3) }],
    ]);
    expect([...metadata]).toEqual([['k', 'v']]);
  });

  it('reads a file without tensors, and a header padded with spaces', () => {
    expect(decodeSafetensors(file('{}      ')).tensors.size).toBe(0);
  });

  it.each([
    ['{"__metadata__":{"k":1}}', "text as metadata 'k'. Received: 1."],
    ['{"__metadata__":[]}', '`__metadata__` that is an object'],
    ['{"a":{"dtype":"F32","shape":[1]}}', 'an object of dtype, shape and data_offsets'],
    ['{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}', 'data_offsets [begin, end]'],
    ['{"a":{"dtype":"F32","shape":"1","data_offsets":[0,4]}}', 'a shape of whole numbers'],
    ['null', 'Received: null.'],
    ['\ufeff{}', 'a header that is a JSON object'],
  ])('refuses %s', (header, message) => {
    expect(() => decodeSafetensors(file(header))).toThrow(message);
  });

  it('survives a header of brackets only', () => {
    expect(() => decodeSafetensors(file('['.repeat(60_000)))).toThrow('a header that is a JSON object');
  });

  it('names tensor, expected and received bytes', () => {
    const header = '{"dense/kernel":{"dtype":"F32","shape":[2,2],"data_offsets":[0,8]}}';
    expect(() => decodeSafetensors(file(header, Array(8).fill(0)), 'm.safetensors')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: m.safetensors, tensor 'dense/kernel': 16 bytes for shape [2,2] of float32. Received: 8. The file is damaged or was not fully written: fetch or write it again.]`,
    );
  });
});

describeWithFixtures('decodeSafetensors on files of the original', () => {
  it('reads every dtype', () => {
    interface Zoo {
      files: { 'zoo.safetensors': { metadata: Record<string, string>; tensors: Record<string, ExpectedArray> } };
    }
    const expected = readExpected<Zoo>('arrays').files['zoo.safetensors'];
    const { tensors, metadata } = decodeSafetensors(readFixture('arrays/zoo.safetensors'));
    expect(Object.fromEntries([...tensors].map(([name, array]) => [name, asExpected(array)]))).toEqual(
      expected.tensors,
    );
    expect(Object.fromEntries(metadata)).toEqual(expected.metadata);
  });

  it.each(listFixtures('damaged', /^st_/))('refuses %s at once, or reads it', (name) => {
    const bytes = readFixture(`damaged/${name}`);
    const start = performance.now();
    if (name === 'st_proto_key.safetensors') {
      expect(decodeSafetensors(bytes).tensors.has('__proto__')).toBe(true);
      expect(Object.hasOwn(Object.prototype, 'dtype')).toBe(false);
    } else if (name === 'st_duplicate_key.safetensors') {
      // JSON keeps the last of two equal keys, here and in the original.
      expect(decodeSafetensors(bytes).tensors.size).toBeGreaterThan(0);
    } else {
      expect(() => decodeSafetensors(bytes, name)).toThrow(expect.objectContaining({ name: 'TenlabError' }));
      expect(() => decodeSafetensors(bytes, name)).toThrow(name);
    }
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
