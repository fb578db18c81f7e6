import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

it('takes elements before they are asked for, no more than so many', async () => {
  const taken: number[] = [];
  const data = Dataset.fromArrays([1, 2, 3, 4, 5, 6])
    .map((value) => {
      taken.push(value);
      return value;
    })
    .prefetch(2);
  const iterator = data.iterate();
  expect((await iterator.next()).value).toBe(1);
  await new Promise((later) => setTimeout(later, 5));
  expect(taken).toEqual([1, 2, 3]);
  await iterator.return();
});

it('goes on exactly where it was, whatever had been taken beyond', () =>
  expectResumable(() => Dataset.fromArrays([1, 2, 3, 4, 5]).shuffle(3, { seed: 1 }).batch(2).prefetch(3)));
