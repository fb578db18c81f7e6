import { describe, expect, it } from 'vitest';
import { fillRandom } from './distributions';
import { inverseNormal } from './inverse-normal';
import { threefry2x32 } from './threefry';

const state = [7, 11, 13] as const;

describe('fillRandom', () => {
  it('makes uniform values of the upper 24 bits', () => {
    const words = [0, 1].flatMap((block) => threefry2x32(7, 11, 13, block));
    expect([...fillRandom(4, 'uniform', state)]).toEqual(words.map((word) => Math.floor(word / 256) / 2 ** 24));
  });

  it('makes normal values of all 32 bits', () => {
    const [word] = threefry2x32(7, 11, 13, 0);
    expect(fillRandom(1, 'normal', state)[0]).toBe(Math.fround(inverseNormal((word + 0.5) / 2 ** 32 - 0.5)));
  });

  it('draws the same values whatever the size: slices join without a seam', () => {
    const long = fillRandom(20_001, 'uniform', state);
    expect(fillRandom(8191, 'uniform', state)).toEqual(long.subarray(0, 8191));
    expect(fillRandom(8193, 'uniform', state)).toEqual(long.subarray(0, 8193));
    expect([...long.subarray(20_000)]).toEqual([(threefry2x32(7, 11, 13, 10_000)[0] >>> 8) / 2 ** 24]);
  });

  it('draws nothing when asked for nothing', () => {
    expect(fillRandom(0, 'normal', state)).toEqual(new Float32Array(0));
  });

  // Bounds: 5 standard errors of each statistic for 200,000 draws.
  it.each([
    ['uniform', 0.5, 1 / 12, 0.0033, 0.0009],
    ['normal', 0, 1, 0.0112, 0.0159],
    // Variance of a standard normal cut at 2: 1 - 4 * density(2) / P(|z| < 2) = 0.7737.
    ['truncated-normal', 0, 0.77374, 0.0099, 0.0095],
  ] as const)(
    'draws %s values with the right mean and variance',
    (distribution, mean, variance, meanBound, varianceBound) => {
      const values = fillRandom(200_000, distribution, state);
      const average = values.reduce((sum, value) => sum + value, 0) / values.length;
      const spread = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / values.length;
      expect(Math.abs(average - mean)).toBeLessThan(meanBound);
      expect(Math.abs(spread - variance)).toBeLessThan(varianceBound);
    },
  );

  it('spreads uniform values evenly over 64 cells (chi-squared)', () => {
    const cells = new Float64Array(64);
    for (const value of fillRandom(128_000, 'uniform', state)) cells[Math.floor(value * 64)]! += 1;
    const chiSquared = cells.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    // 63 degrees of freedom: the middle 99.98 % lies between 28 and 115.
    expect(chiSquared).toBeGreaterThan(28);
    expect(chiSquared).toBeLessThan(115);
  });

  it('keeps truncated values within two standard deviations', () => {
    const values = fillRandom(100_000, 'truncated-normal', state);
    expect(values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)).toBeLessThanOrEqual(2);
  });
});
