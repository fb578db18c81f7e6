import { describe, expect, it } from 'vitest';
import { fillRandom } from './distributions';
import { deriveSeed, setSeed } from './seed';
import { randomNormalValues, randomUniformValues, truncatedNormalValues } from './values';

describe('random values on the host', () => {
  it('show what the documentation shows', () => {
    expect([...randomUniformValues(3, { seed: 0 })]).toEqual([
      0.4184570908546448, 0.6004990339279175, 0.21629542112350464,
    ]);
    expect([...randomNormalValues(2, { seed: 0 })]).toEqual([-0.20584213733673096, 0.2546391487121582]);
    expect(truncatedNormalValues(1000, { seed: 0 }).every((value) => Math.abs(value) <= 2)).toBe(true);
    setSeed(42);
    expect([...randomUniformValues(2, { seed: deriveSeed() })]).toEqual([0.9829087853431702, 0.5895583629608154]);
  });

  it('are the draw of call 0 with the key of the seed', () => {
    expect(randomUniformValues(5, { seed: 2 ** 32 + 9 })).toEqual(fillRandom(5, 'uniform', [1, 9, 0]));
    expect(randomNormalValues(5, { seed: 9 })).toEqual(fillRandom(5, 'normal', [0, 9, 0]));
    expect(truncatedNormalValues(5, { seed: 9 })).toEqual(fillRandom(5, 'truncated-normal', [0, 9, 0]));
  });

  it('stay in [minValue, maxValue)', () => {
    const values = randomUniformValues(10_000, { minValue: -0.1, maxValue: 0.3, seed: 1 });
    expect(Math.min(...values)).toBeGreaterThanOrEqual(Math.fround(-0.1));
    expect(Math.min(...values)).toBeLessThan(-0.099);
    expect(Math.max(...values)).toBeLessThan(0.3);
    expect(Math.max(...values)).toBeGreaterThan(0.299);
  });

  it('scale and shift the standard values, each step rounded to float32', () => {
    const standard = randomNormalValues(5, { seed: 3 });
    const moved = randomNormalValues(5, { mean: 10, stddev: 0.1, seed: 3 });
    const expected = standard.map((z) => Math.fround(z * Math.fround(0.1)) + 10);
    expect(moved).toEqual(expected);
  });

  it.each([randomUniformValues, randomNormalValues, truncatedNormalValues])(
    'take a derived seed where none is given',
    (draw) => {
      setSeed(5);
      const first = draw(4);
      const second = draw(4);
      setSeed(5);
      expect(draw(4)).toEqual(first);
      expect(second).not.toEqual(first);
    },
  );

  it('refuse a bad size, number or seed, naming the function', () => {
    expect(() => randomUniformValues(-1)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: randomUniformValues: \`size\` must be a whole number from 0 to 2^31 - 1. Received: -1. Pass how many values to draw, for example 100.]`,
    );
    expect(() => randomUniformValues(1, { maxValue: Number.NaN })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: randomUniformValues: \`maxValue\` must be a finite number. Received: NaN. Pass a number such as 0 or 1.]`,
    );
    expect(() => randomNormalValues(1, { stddev: Number.POSITIVE_INFINITY })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: randomNormalValues: \`stddev\` must be a finite number. Received: Infinity. Pass a number such as 0 or 1.]`,
    );
    expect(() => truncatedNormalValues(1, { seed: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: truncatedNormalValues: \`seed\` must be a whole number from 0 to 2^53 - 1. Received: -1. Pass a number such as 42; the same seed gives the same results.]`,
    );
  });
});
