import { describe, expect, it } from 'vitest';
import {
  arrayFromBytes,
  bytesOfArray,
  bytesPerElement,
  type NumericDtype,
  type StoredArray,
  toNumbers,
} from './stored-array';

describe('arrayFromBytes', () => {
  const bytes = Uint8Array.from({ length: 33 }, (_, index) => index);

  it.each(Object.keys(bytesPerElement) as NumericDtype[])(
    'holds %s, at any place in memory, and gives its bytes back',
    (dtype) => {
      for (const start of [0, 1]) {
        const piece = bytes.subarray(start, start + 32);
        const array = arrayFromBytes(dtype, [32 / bytesPerElement[dtype]], piece);
        expect(bytesOfArray(array)).toEqual(Uint8Array.from(piece));
      }
    },
  );

  it('shares aligned bytes and copies others', () => {
    const bufferOf = (array: StoredArray) => (array.dtype === 'string' ? undefined : array.data.buffer);
    expect(bufferOf(arrayFromBytes('float32', [2], bytes.subarray(4, 12)))).toBe(bytes.buffer);
    expect(bufferOf(arrayFromBytes('float32', [2], bytes.subarray(3, 11)))).not.toBe(bytes.buffer);
    // A Node Buffer's own slice would share.
    const buffer = Buffer.from(bytes.buffer).subarray(1, 9);
    expect(arrayFromBytes('float32', [2], buffer).data).toHaveLength(2);
  });
});

describe('toNumbers', () => {
  it('converts every real type', () => {
    expect(toNumbers({ dtype: 'int64', shape: [2], data: new BigInt64Array([-1n, 2n ** 53n - 1n]) })).toEqual(
      Float64Array.of(-1, 2 ** 53 - 1),
    );
    expect(toNumbers({ dtype: 'float16', shape: [1], data: Uint16Array.of(0x3c00) })).toEqual(Float64Array.of(1));
    expect(toNumbers({ dtype: 'bfloat16', shape: [1], data: Uint16Array.of(0x3f80) })).toEqual(Float64Array.of(1));
    expect(toNumbers({ dtype: 'float8_e4m3fn', shape: [1], data: Uint8Array.of(0x38) })).toEqual(Float64Array.of(1));
    expect(toNumbers({ dtype: 'float8_e5m2', shape: [1], data: Uint8Array.of(0x3c) })).toEqual(Float64Array.of(1));
    expect(toNumbers({ dtype: 'bool', shape: [2], data: Uint8Array.of(0, 1) })).toEqual(Float64Array.of(0, 1));
  });

  it('never rounds a 64-bit integer', () => {
    expect(() => toNumbers({ dtype: 'uint64', shape: [1], data: new BigUint64Array([2n ** 53n + 1n]) })).toThrow(
      'Received: 9007199254740993n.',
    );
  });

  it('refuses text and complex numbers', () => {
    expect(() => toNumbers({ dtype: 'string', shape: [1], data: ['a'] })).toThrow('an array of real numbers');
    expect(() => toNumbers({ dtype: 'complex64', shape: [1], data: new Float32Array(2) })).toThrow('Received: ');
    expect(() => bytesOfArray({ dtype: 'string', shape: [1], data: ['a'] })).toThrow('an array of numbers');
  });
});
