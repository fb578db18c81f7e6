import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { StoredArray } from './formats/stored-array';
import { sha256OfArrays } from './sha256-of-arrays';

const a: StoredArray = { dtype: 'int32', shape: [2], data: Int32Array.of(1, 2) };
const b: StoredArray = { dtype: 'float32', shape: [], data: Float32Array.of(0.5) };

it('is the sum over text, names, types, shapes and bytes, as Node computes it', async () => {
  const hash = createHash('sha256')
    .update('head')
    .update('a\nint32\n2\n')
    .update(Buffer.from(Int32Array.of(1, 2).buffer));
  hash.update('b\nfloat32\n\n').update(Buffer.from(Float32Array.of(0.5).buffer));
  const arrays = [['a', a] as const, ['b', b] as const];
  expect(await sha256OfArrays(arrays, 'head')).toBe(hash.digest('hex'));
});

it('differs when anything does', async () => {
  const sums = await Promise.all([
    sha256OfArrays([['a', a]]),
    sha256OfArrays([['a', a]], ' '),
    sha256OfArrays([['b', a]]),
    sha256OfArrays([['a', { ...a, shape: [2, 1] }]]),
    sha256OfArrays([['a', { ...a, data: Int32Array.of(1, 3) }]]),
  ]);
  expect(new Set(sums).size).toBe(sums.length);
});
