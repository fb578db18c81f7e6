import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

it('makes each element into another, asynchronously too, and tells its place', async () => {
  const data = Dataset.fromArrays([1, 2]).map(async (value, { index, pass }) => [value * 2, index, pass]);
  expect(await data.toArray()).toEqual([
    [2, 0, 0],
    [4, 1, 0],
  ]);
  expect(await data.toArray()).toEqual([
    [2, 0, 1],
    [4, 1, 1],
  ]);
  expect(data.size).toBe(2);
});

it('goes on exactly where it was', () =>
  expectResumable(() => Dataset.fromArrays([1, 2, 3]).map((value, { index, pass }) => [value, index, pass])));
