import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

it('keeps what the function says yes to', async () => {
  const data = Dataset.fromArrays([1, 2, 3, 4]).filter(async (value) => value % 2 === 0);
  expect(await data.toArray()).toEqual([2, 4]);
  expect(data.size).toBeNull();
});

it('goes on exactly where it was', () =>
  expectResumable(() => Dataset.fromArrays([1, 2, 3, 4, 5]).filter((value) => value % 2 === 1)));
