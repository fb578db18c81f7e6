import { setSeed } from '@tenlab/core';
import { describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';
import { randomBelow } from './shuffle';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const of = (count: number, size: number, options: { seed?: number; eachPass?: boolean } = { seed: 1 }) =>
  Dataset.fromArrays(numbers(count)).shuffle(size, options);

describe('shuffle', () => {
  it('gives every element once, in another order in each pass', async () => {
    const data = of(100, 100);
    const [first, second] = [await data.toArray(), await data.toArray()];
    for (const pass of [first, second]) expect([...pass].sort((a, b) => a - b)).toEqual(numbers(100));
    expect(first).not.toEqual(numbers(100));
    expect(second).not.toEqual(first);
  });

  it('gives the same order for the same seed, and on request in each pass', async () => {
    expect(await of(50, 20).toArray()).toEqual(await of(50, 20).toArray());
    expect(await of(50, 20, { seed: 2 }).toArray()).not.toEqual(await of(50, 20).toArray());
    const once = of(50, 20, { seed: 1, eachPass: false });
    expect(await once.toArray()).toEqual(await once.toArray());
  });

  it('follows the global seed where it has none of its own', async () => {
    const passOf = (seed: number) => {
      setSeed(seed);
      return of(50, 50, {}).toArray();
    };
    expect(await passOf(1)).toEqual(await passOf(1));
    expect(await passOf(2)).not.toEqual(await passOf(1));
  });

  it('moves an element forward by less than the buffer', async () => {
    const order = await of(1000, 10).toArray();
    for (const [place, element] of order.entries()) expect(element - place).toBeLessThan(10);
  });

  it('puts each element everywhere equally often, with a buffer as large as the data', async () => {
    const counts = numbers(6).map(() => numbers(6).map(() => 0));
    const data = of(6, 6);
    for (let pass = 0; pass < 3000; pass++)
      for (const [place, element] of (await data.toArray()).entries()) counts[element]![place]! += 1;
    // 25 degrees of freedom: below 52.6 with a chance of 0.999.
    const squares = counts.flat().map((count) => (count - 500) ** 2 / 500);
    expect(squares.reduce((a, b) => a + b)).toBeLessThan(52.6);
  });

  it.each([
    [7, 1],
    [7, 3],
    [7, 7],
    [7, 100],
    [60, 17],
    [0, 5],
  ])('of %i elements with a buffer of %i goes on exactly where it was', (count, size) =>
    expectResumable(() => of(count, size)),
  );

  it('goes on where it was behind stages that hold places of their own', () =>
    expectResumable(() =>
      of(20, 5)
        .filter((value) => value % 3 > 0)
        .shuffle(6, { seed: 4 })
        .map((value) => -value),
    ));

  it('holds a place of a few numbers, however large the buffer', async () => {
    const data = of(10_000, 5_000);
    const iterator = data.iterate();
    for (let taken = 0; taken < 2_000; taken++) await iterator.next();
    expect(JSON.stringify(iterator.getState()).length).toBeLessThan(300);
    await iterator.return();
  });

  it('reads again no more than it must', async () => {
    let read = 0;
    const make = () =>
      Dataset.fromGenerator(
        function* ({ from }) {
          for (let value = from; value < 2000; value++) {
            read++;
            yield value;
          }
        },
        { seeks: true },
      ).shuffle(16, { seed: 1 });
    const data = make();
    const iterator = data.iterate();
    for (let taken = 0; taken < 1500; taken++) await iterator.next();
    const saved = iterator.getState();
    read = 0;
    const restored = make().iterateFrom(saved);
    expect((await restored.next()).value).toEqual((await iterator.next()).value);
    expect(read).toBeLessThan(250);
  });
});

it('randomBelow stays below, and hits everything', () => {
  const seen = new Set(numbers(300).map((step) => randomBelow(7, 2 ** 40 + 5, 3, step)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
