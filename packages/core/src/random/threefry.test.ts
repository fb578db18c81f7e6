import { describe, expect, it } from 'vitest';
import { threefry2x32, threefryBits } from './threefry';

describe('threefry2x32', () => {
  // Random123's own known answers (kat_vectors, "threefry2x32 20"), which JAX's tests use too. Columns: counter, key, result.
  it.each([
    [0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6b200159, 0x99ba4efe],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xc4923a9c, 0x483df7a0],
  ])('gives the published words for counter %i %i, key %i %i', (counter0, counter1, key0, key1, word0, word1) => {
    expect(threefry2x32(key0, key1, counter0, counter1)).toEqual([word0, word1]);
  });
});

describe('threefryBits', () => {
  const state = [1, 2, 3] as const;

  it('fills elements 2i and 2i + 1 with the words of block i', () => {
    const bits = new Uint32Array(6);
    threefryBits(bits, state);
    expect([...bits]).toEqual([0, 1, 2].flatMap((block) => threefry2x32(1, 2, 3, block)));
  });

  it.each([0, 1, 2, 3, 7])('drops the second word of the last block: %i elements', (length) => {
    const long = new Uint32Array(8);
    threefryBits(long, state);
    const bits = new Uint32Array(length);
    threefryBits(bits, state);
    expect([...bits]).toEqual([...long.subarray(0, length)]);
  });

  it('can be filled in slices, as threads do', () => {
    const whole = new Uint32Array(11);
    threefryBits(whole, state);
    const sliced = new Uint32Array(11);
    threefryBits(sliced.subarray(0, 4), state, 0);
    threefryBits(sliced.subarray(4, 10), state, 2);
    threefryBits(sliced.subarray(10), state, 5);
    expect(sliced).toEqual(whole);
  });

  it('reads signed and unsigned words of the state alike: a variable holds int32', () => {
    const signed = new Uint32Array(4);
    const unsigned = new Uint32Array(4);
    threefryBits(signed, [-1, -2, -3]);
    threefryBits(unsigned, [0xffffffff, 0xfffffffe, 0xfffffffd]);
    expect(signed).toEqual(unsigned);
  });
});
