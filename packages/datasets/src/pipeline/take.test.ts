import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

it('gives the first elements, and no more than there are', async () => {
  expect(await Dataset.fromArrays([1, 2, 3]).take(2).toArray()).toEqual([1, 2]);
  expect(await Dataset.fromArrays([1]).take(2).toArray()).toEqual([1]);
  expect(await Dataset.fromArrays([1]).take(0).toArray()).toEqual([]);
  expect([Dataset.fromArrays([1, 2, 3]).take(2).size, Dataset.fromArrays([1]).take(2).size]).toEqual([2, 1]);
  expect(() => Dataset.fromArrays([1]).take(-1)).toThrow('whole number from 0. Received: -1');
});

it('asks for no element beyond', async () => {
  const data = Dataset.fromGenerator(function* () {
    yield 1;
    throw new Error('asked for');
  });
  expect(await data.take(1).toArray()).toEqual([1]);
});

it('goes on exactly where it was', () => expectResumable(() => Dataset.fromArrays([1, 2, 3, 4]).take(3)));
