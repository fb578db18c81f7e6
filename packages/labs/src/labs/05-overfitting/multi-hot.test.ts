import { expect, it } from 'vitest';
import { multiHot } from './multi-hot';

it('marks the words of each text, and no filling', () => {
  const { data, shape } = multiHot({ data: Int32Array.of(2, 1, 2, 3, 0, 0), shape: [2, 3] }, 4);
  expect(shape).toEqual([2, 4]);
  expect(Array.from(data)).toEqual([0, 1, 1, 0, 0, 0, 0, 1]);
});
