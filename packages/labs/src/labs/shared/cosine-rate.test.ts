import { expect, it } from 'vitest';
import { cosineRate } from './cosine-rate';

it('goes from the first rate towards a twentieth of it', () => {
  const rates = [0, 1, 2, 3, 4].map((epoch) => cosineRate(0.002, epoch, 4));
  expect(rates[0]).toBeCloseTo(0.002, 12);
  expect(rates[2]).toBeCloseTo(0.002 * 0.525, 12);
  expect(rates[4]).toBeCloseTo(0.0001, 12);
  expect([...rates].sort((a, b) => b - a)).toEqual(rates);
});
