import { describe, expect, it } from 'vitest';
import { inverseNormal, logarithm } from './inverse-normal';

describe('inverseNormal', () => {
  // Python 3.11: statistics.NormalDist().inv_cdf(p), with p - 0.5 exact in float64.
  it.each([
    [0, 0],
    [0.425, 1.439531470938456],
    [0.475, 1.9599639845400536],
    [-0.499, -3.090232306167813],
    [2 ** -33 - 0.5, -6.337957754553789],
    [0.5 - 2 ** -33, 6.337957754553789],
  ])('follows Python at 0.5 + %f', (fromCentre, expected) => {
    expect(Math.abs(inverseNormal(fromCentre) - expected)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(expected)));
  });

  it('inverts the normal distribution, found by integrating the density', () => {
    // Simpson's rule over the density: an oracle that shares nothing with the polynomial.
    const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const fromCentreOf = (z: number) => {
      const steps = 2000;
      const h = z / steps;
      let sum = density(0) + density(z);
      for (let i = 1; i < steps; i++) sum += (i % 2 === 0 ? 2 : 4) * density(i * h);
      return (sum * h) / 3;
    };
    for (const z of [0.01, 0.5, 1, 1.4, 1.45, 2, 3, 4]) {
      expect(Math.abs(inverseNormal(fromCentreOf(z)) - z)).toBeLessThan(1e-9);
      expect(inverseNormal(-fromCentreOf(z))).toBe(-inverseNormal(fromCentreOf(z)));
    }
  });

  it('joins its two branches without a step', () => {
    const below = inverseNormal(0.425);
    const above = inverseNormal(0.425 + 2 ** -53);
    expect(above - below).toBeGreaterThanOrEqual(0);
    expect(above - below).toBeLessThan(1e-14);
  });
});

describe('logarithm', () => {
  it('agrees with Math.log to the last bits', () => {
    for (let i = 1; i <= 20_000; i++) {
      const x = i / 20_000;
      expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThanOrEqual(4e-16 * Math.max(1e-3, Math.abs(Math.log(x))));
    }
    for (const x of [2 ** -33, 1e-300, 1e300, Math.SQRT2, 2]) {
      expect(Math.abs(logarithm(x) / Math.log(x) - 1)).toBeLessThan(1e-15);
    }
  });
});
