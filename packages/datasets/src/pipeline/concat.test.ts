import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

it('gives one after the other', async () => {
  const data = Dataset.fromArrays([1, 2]).concat(Dataset.fromArrays<string[]>([]), Dataset.fromArrays(['a']));
  expect(await data.toArray()).toEqual([1, 2, 'a']);
  expect(data.size).toBe(3);
});

it('goes on exactly where it was', () =>
  expectResumable(() =>
    Dataset.fromArrays([1, 2])
      .shuffle(2, { seed: 3 })
      .concat(Dataset.fromArrays([3, 4])),
  ));
