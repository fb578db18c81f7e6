import { describe, expect, it } from 'vitest';
import { randomPermutation } from './permutation';

describe('randomPermutation', () => {
  it.each([0, 1, 2, 3, 1000])('holds each of %i numbers once', (length) => {
    expect([...randomPermutation(length, 3)].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, i) => i));
  });

  it('depends on the seed alone', () => {
    expect([...randomPermutation(5, 0)]).toEqual([2, 3, 1, 0, 4]);
    expect(randomPermutation(100, 1)).toEqual(randomPermutation(100, 1));
    expect(randomPermutation(100, 1)).not.toEqual(randomPermutation(100, 2));
  });

  it('gives each of the 24 orders of four about as often (chi-squared)', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 24_000; seed++) {
      const order = randomPermutation(4, seed).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 23 degrees of freedom: 99.99 % lies below 59.
    expect(chiSquared).toBeLessThan(59);
  });

  it('refuses a negative length and a bad seed', () => {
    expect(() => randomPermutation(-1, 0)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: randomPermutation: \`length\` must be a whole number from 0 to 2^31 - 1. Received: -1. Pass how many values to draw, for example 100.]`,
    );
    expect(() => randomPermutation(3, -1)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: randomPermutation: \`seed\` must be a whole number from 0 to 2^53 - 1. Received: -1. Pass a number such as 42; the same seed gives the same results.]`,
    );
  });
});
