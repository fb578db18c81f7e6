import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

it('is a plan: it can be gone over again, and shared', async () => {
  const numbers = Dataset.fromArrays([1, 2]);
  const doubled = numbers.map((value) => 2 * value);
  expect([await doubled.toArray(), await numbers.toArray(), await doubled.toArray()]).toEqual([
    [2, 4],
    [1, 2],
    [2, 4],
  ]);
});

it('tells its stages', () => {
  const data = Dataset.fromArrays(ten).shuffle(4, { seed: 1 }).batch(2).prefetch(2);
  expect(data.signature).toBe('arrays(10) > shuffle(4, seed 1) > batch(2) > prefetch(2)');
});

it('goes on exactly where it was, through many stages', () =>
  expectResumable(() =>
    Dataset.zip(
      Dataset.fromArrays(ten)
        .filter((value) => value % 4 > 0)
        .shuffle(5, { seed: 1 })
        .repeat(2)
        .skip(1),
      Dataset.fromArrays(ten).window(3, { shift: 1 }).cache(),
    )
      .map(([a, b]) => [a, b.length])
      .concat(Dataset.fromArrays([[100, 0]]))
      .shuffle(3, { seed: 2 })
      .batch(3)
      .prefetch(2)
      .take(3),
  ));

it.each([
  ['batch', 0],
  ['shuffle', 1.5],
  ['prefetch', -1],
  ['window', 0],
  ['repeat', 0],
] as const)('%s refuses %d', (method, value) => {
  expect(() => Dataset.fromArrays(ten)[method](value)).toThrow(
    `Dataset.${method}: \`${method === 'prefetch' || method === 'repeat' ? 'count' : 'size'}\` to be a whole number from 1. Received: ${value}.`,
  );
});
