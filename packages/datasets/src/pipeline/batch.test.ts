import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

it('stacks elements', async () => {
  const data = Dataset.fromArrays({ data: Uint8Array.of(1, 2, 3, 4, 5, 6), shape: [3, 2] }, [7, 8, 9]).batch(2);
  expect(await data.toArray()).toEqual([
    [
      { data: Uint8Array.of(1, 2, 3, 4), shape: [2, 2] },
      { data: Float32Array.of(7, 8), shape: [2] },
    ],
    [
      { data: Uint8Array.of(5, 6), shape: [1, 2] },
      { data: Float32Array.of(9), shape: [1] },
    ],
  ]);
  expect(data.size).toBe(2);
});

it('leaves out a small last batch where that is asked for', async () => {
  const data = Dataset.fromArrays([1, 2, 3]).batch(2, { dropRemainder: true });
  expect(await data.toArray()).toEqual([{ data: Float32Array.of(1, 2), shape: [2] }]);
  expect(data.size).toBe(1);
});

it('goes on exactly where it was', async () => {
  await expectResumable(() => Dataset.fromArrays([1, 2, 3, 4, 5]).shuffle(3, { seed: 1 }).batch(2));
  await expectResumable(() => Dataset.fromArrays([1, 2, 3, 4, 5]).batch(2, { dropRemainder: true }));
});
