import { describe, expect, test } from 'vitest';
import { readFactor } from './factor';

describe('readFactor', () => {
  // Expected: what `layer.factor` is in Keras 3.15.
  test('reads one number as a range in both directions, as far as there are two', () => {
    expect(readFactor('place', 'factor', 0.3, [-1, 1])).toEqual([-0.3, 0.3]);
    expect(readFactor('place', 'factor', 0.3, [0, 1])).toEqual([0, 0.3]);
    expect(readFactor('place', 'factor', 4, [1, 8])).toEqual([1, 4]);
  });

  test('puts two numbers in order', () => {
    expect(readFactor('place', 'factor', [0.4, -0.1], [-1, 1])).toEqual([-0.1, 0.4]);
  });

  test('refuses what is no range within the bounds', () => {
    for (const wrong of [2, Number.NaN, [0.1], [0, 2], 'much', null]) {
      expect(() => readFactor('place', 'factor', wrong as never, [-1, 1])).toThrow(/`factor` must be/);
    }
    expect(() => readFactor("RandomHue 'h'", 'factor', 2, [0, 1])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: RandomHue 'h': \`factor\` must be a number or a list of two numbers from 0 to 1. Received: 2. Pass for example 0.2, or [0.1, 0.3].]`,
    );
    expect(() => readFactor("RandomPosterization 'p'", 'factor', 9, [1, 8])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: RandomPosterization 'p': \`factor\` must be a number or a list of two numbers from 1 to 8. Received: 9. Pass for example 4, or [2, 4].]`,
    );
  });
});
