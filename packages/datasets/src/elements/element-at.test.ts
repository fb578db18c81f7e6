import { expect, it } from 'vitest';
import { elementAt, lengthOf } from './element-at';

it('counts and gives examples along the first axis, sharing the memory', () => {
  const images = { data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), shape: [2, 2, 2] };
  expect(lengthOf(images)).toBe(2);
  expect(elementAt(images, 1)).toEqual({ data: Uint8Array.of(5, 6, 7, 8), shape: [2, 2] });
  images.data[4] = 50;
  expect(elementAt(images, 1)).toMatchObject({ data: Uint8Array.of(50, 6, 7, 8) });
});

it('gives numbers of flat arrays, and items of lists', () => {
  expect(elementAt({ data: Uint8Array.of(7, 8), shape: [2] }, 1)).toBe(8);
  expect([lengthOf(Float32Array.of(1, 2, 3)), elementAt(Float32Array.of(1, 2, 3), 2)]).toEqual([3, 3]);
  expect(elementAt(['a', 'b'], 1)).toBe('b');
  expect(elementAt({ data: ['a', 'b', 'c', 'd'], shape: [2, 2] }, 1)).toEqual({ data: ['c', 'd'], shape: [2] });
});

it('refuses what is no array, and a shape that is not filled', () => {
  // @ts-expect-error: no array
  expect(() => lengthOf(3)).toThrow('an array, a list, or { data, shape }');
  expect(() => lengthOf({ data: [1, 2, 3], shape: [2, 2] })).toThrow('as many numbers as the shape says');
});
