import { expect, it } from 'vitest';
import { oneHot } from './one-hot';

it('writes a 1 at each label', () => {
  const { data, shape } = oneHot(Uint8Array.of(2, 0), 3);
  expect([Array.from(data), shape]).toEqual([
    [0, 0, 1, 1, 0, 0],
    [2, 3],
  ]);
});
