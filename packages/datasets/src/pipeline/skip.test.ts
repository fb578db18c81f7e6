import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

it('leaves out the first elements', async () => {
  expect(await Dataset.fromArrays([1, 2, 3]).skip(2).toArray()).toEqual([3]);
  expect(await Dataset.fromArrays([1]).skip(2).toArray()).toEqual([]);
  expect([Dataset.fromArrays([1, 2, 3]).skip(2).size, Dataset.fromArrays([1]).skip(2).size]).toEqual([1, 0]);
});

it('goes on exactly where it was', () => expectResumable(() => Dataset.fromArrays([1, 2, 3, 4]).skip(2)));
