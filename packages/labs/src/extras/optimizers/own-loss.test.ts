import { expect, it } from 'vitest';
import { howManyToBake, moneyLost } from './own-loss';

it('counts what is lost, and how it changes with one more', () => {
  const prices = { cost: 1, profit: 9 };
  for (const p of [8, 12]) {
    const { slope } = moneyLost(p, 10, prices);
    expect((moneyLost(p + 0.01, 10, prices).loss - moneyLost(p - 0.01, 10, prices).loss) / 0.02).toBeCloseTo(slope, 6);
  }
});

it('bakes the mean for the squared error, and a quantile of the demand for prices', () => {
  expect(howManyToBake('squared')).toBeGreaterThan(97);
  expect(howManyToBake('squared')).toBeLessThan(103);
  // Demand is even between 50 and 150: nine tenths of the days ask for 140 or less.
  expect(Math.abs(howManyToBake({ cost: 1, profit: 9 }) - 140)).toBeLessThan(4);
  expect(Math.abs(howManyToBake({ cost: 9, profit: 1 }) - 60)).toBeLessThan(4);
});
