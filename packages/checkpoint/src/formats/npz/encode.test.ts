import { expect, it } from 'vitest';
import type { StoredArray } from '../stored-array';
import { encodeNpz } from './encode';
import { readNpz } from './read';

it('writes what readNpz reads', () => {
  const arrays = new Map<string, StoredArray>([
    ['b/kernel', { dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) }],
    ['__proto__', { dtype: 'string', shape: [], data: ['é'] }],
  ]);
  expect(readNpz(encodeNpz(arrays))).toEqual(arrays);
});

it('names the array that cannot be written', () => {
  const arrays = new Map([['w', { dtype: 'bfloat16' as const, shape: [1], data: Uint16Array.of(0) }]]);
  expect(() => encodeNpz(arrays)).toThrow("encodeNpz, array 'w': a type that NumPy has");
});
