import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

it('gives elements side by side until the first ends', async () => {
  const data = Dataset.zip(Dataset.fromArrays([1, 2, 3]), Dataset.fromArrays(['a', 'b']));
  expect(await data.toArray()).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
  expect(data.size).toBe(2);
});

it('goes on exactly where it was', () =>
  expectResumable(() =>
    Dataset.zip(Dataset.fromArrays([1, 2, 3, 4]).shuffle(3, { seed: 2 }), Dataset.fromArrays(['a', 'b', 'c'])),
  ));
