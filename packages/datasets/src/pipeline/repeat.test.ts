import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

it('gives pass after pass, each shuffled in its own way', async () => {
  const data = Dataset.fromArrays([1, 2, 3, 4, 5, 6, 7, 8]).shuffle(8, { seed: 1 }).repeat(2);
  const elements = await data.toArray();
  const [first, second] = [elements.slice(0, 8), elements.slice(8)];
  expect([...first].sort()).toEqual([...second].sort());
  expect(first).not.toEqual(second);
  expect([data.size, Dataset.fromArrays([1]).repeat().size]).toEqual([16, Number.POSITIVE_INFINITY]);
});

it('repeats without end where no count is given', async () => {
  expect(await Dataset.fromArrays([1, 2]).repeat().take(5).toArray()).toEqual([1, 2, 1, 2, 1]);
});

it('ends where there is nothing to repeat', async () => {
  expect(await Dataset.fromArrays([]).repeat().toArray()).toEqual([]);
});

it('goes on exactly where it was', async () => {
  await expectResumable(() => Dataset.fromArrays([1, 2, 3]).shuffle(2, { seed: 1 }).repeat(3));
  await expectResumable(() => Dataset.fromArrays([1, 2, 3]).shuffle(2, { seed: 1 }).repeat().take(7));
});
