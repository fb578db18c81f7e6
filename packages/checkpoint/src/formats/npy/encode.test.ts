import { describe, expect, it } from 'vitest';
import { describeWithFixtures, readFixture } from '../../testing/fixtures';
import type { StoredArray } from '../stored-array';
import { encodeNpy } from './encode';
import { readNpy } from './read';

describe('encodeNpy', () => {
  it.each<StoredArray>([
    { dtype: 'float32', shape: [2, 1], data: Float32Array.of(1, 2) },
    { dtype: 'int64', shape: [], data: BigInt64Array.of(-5n) },
    { dtype: 'bool', shape: [3], data: Uint8Array.of(0, 1, 1) },
    { dtype: 'float16', shape: [1], data: Uint16Array.of(0x3c00) },
    { dtype: 'complex128', shape: [1], data: Float64Array.of(1, 2) },
    { dtype: 'string', shape: [2], data: ['é😀', ''] },
    { dtype: 'uint8', shape: [0, 3], data: new Uint8Array() },
  ])('writes what readNpy reads: $dtype $shape', (array) => {
    expect(readNpy(encodeNpy(array))).toEqual(array);
  });

  it('refuses what NumPy does not have, and data that do not fit', () => {
    expect(() => encodeNpy({ dtype: 'bfloat16', shape: [1], data: Uint16Array.of(0) })).toThrow(
      'encodeNpy: a type that NumPy has. Received: ',
    );
    expect(() => encodeNpy({ dtype: 'uint8', shape: [3], data: Uint8Array.of(1) })).toThrow(
      'as many elements as shape [3] has. Received: 1.',
    );
  });
});

describeWithFixtures('encodeNpy and NumPy', () => {
  it('write the same bytes', () => {
    const bytes = readFixture('arrays/scalar.npy');
    expect(Buffer.from(encodeNpy(readNpy(bytes))).equals(bytes)).toBe(true);
  });
});
