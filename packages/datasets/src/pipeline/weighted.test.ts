import { describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';
import { WeightedChoice } from './weighted';

const share = <T>(elements: readonly T[], element: T) =>
  elements.filter((other) => other === element).length / elements.length;

describe('Dataset.weighted', () => {
  it('draws elements as often as their weights say', async () => {
    const drawn = await Dataset.fromArrays(['a', 'b', 'c', 'd'])
      .weighted([1, 0, 2, 1], { count: 20_000, seed: 1 })
      .toArray();
    // Three standard deviations of such a share are 0.0106.
    for (const [element, wanted] of [
      ['a', 0.25],
      ['b', 0],
      ['c', 0.5],
      ['d', 0.25],
    ] as const) {
      expect(Math.abs(share(drawn, element) - wanted)).toBeLessThan(0.0106);
    }
  });

  it('differs from pass to pass, and is as long as the data by itself', async () => {
    const data = Dataset.fromArrays([1, 2, 3, 4, 5, 6, 7, 8]).weighted(Array(8).fill(1), { seed: 1 });
    expect(data.size).toBe(8);
    expect(await data.toArray()).not.toEqual(await data.toArray());
  });

  it.each([
    [[1, 2], 'a weight for each of the 3 elements. Received: 2 weights'],
    [[0, 0, 0], 'at least one of them above 0. Received: nothing but 0'],
    [[1, -1, 1], 'weights from 0 up'],
    [[1, Number.NaN, 1], 'Received: NaN'],
  ])('refuses the weights %j', (weights, message) => {
    expect(() => Dataset.fromArrays([1, 2, 3]).weighted(weights)).toThrow(message);
  });

  it('refuses data that cannot be read in any order', () => {
    const data = Dataset.fromGenerator(() => [1, 2], { length: 2 });
    expect(() => data.weighted([1, 1])).toThrow('data that can be read in any order');
  });

  it('goes on exactly where it was', () =>
    expectResumable(() => Dataset.fromArrays([1, 2, 3]).weighted([1, 2, 3], { count: 7, seed: 1 })));
});

describe('Dataset.mix', () => {
  const of = (name: string, count: number) => Dataset.fromArrays(Array<string>(count).fill(name));

  it('chooses by the weights, and goes on with the rest when one has ended', async () => {
    const mixed = await Dataset.mix([of('a', 10_000), of('b', 30_000)], { weights: [0.5, 0.5], seed: 1 }).toArray();
    expect(mixed).toHaveLength(40_000);
    expect(Math.abs(share(mixed.slice(0, 10_000), 'a') - 0.5)).toBeLessThan(0.015);
    expect(share(mixed.slice(-15_000), 'b')).toBe(1);
  });

  it('leaves out what has no weight', async () => {
    const data = Dataset.mix([of('a', 3), of('b', 3)], { weights: [0, 1], seed: 1 });
    expect([data.size, await data.toArray()]).toEqual([3, ['b', 'b', 'b']]);
  });

  it('goes on exactly where it was', () =>
    expectResumable(() => Dataset.mix([of('a', 3), of('b', 4).shuffle(2, { seed: 1 })], { seed: 5 })));
});

it('WeightedChoice finds rare places among many', () => {
  const weights = new Float64Array(1_000_000).fill(1);
  const choice = new WeightedChoice(weights, 1, 'here');
  const chosen = new Set(Array.from({ length: 1000 }, (_, step) => choice.choose(0, step)));
  expect(chosen.size).toBeGreaterThan(990);
});
