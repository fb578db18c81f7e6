import { expect, it } from 'vitest';
import { RowIndex } from './row-index';

it('finds rows that are the same', () => {
  const index = new RowIndex();
  expect([index.add(Uint8Array.of(1, 2)), index.add(Uint8Array.of(2, 1)), index.add(Uint8Array.of(1, 2))]).toEqual([
    undefined,
    undefined,
    0,
  ]);
  expect([index.find(Uint8Array.of(2, 1)), index.find(Uint8Array.of(3))]).toEqual([1, undefined]);
});

it('compares rows with one hash', () => {
  const index = new RowIndex();
  // "costarring" and "liquid" have one FNV-1a hash of 32 bits.
  expect([index.add('costarring'), index.add('liquid'), index.add('liquid')]).toEqual([undefined, undefined, 1]);
});

it('takes unknown numbers for the same', () => {
  const index = new RowIndex();
  index.add(Float32Array.of(1, Number.NaN));
  expect(index.add(Float32Array.of(1, Number.NaN))).toBe(0);
});
