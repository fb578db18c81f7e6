import { SeedGenerator } from '@tenlab/core';
import { expectNumber, fraction } from '../../registry/options';

/** Throws unless the option is a number from 0 to 1. */
export function expectFraction(place: string, option: string, value: number): void {
  expectNumber(place, option, value, fraction);
}

/** The random state of a layer that draws when `amount` is above 0; without a seed it takes the next of `setSeed`'s. */
export function randomState(amount: number, seed: number | null): SeedGenerator | null {
  if (amount === 0) return null;
  return new SeedGenerator(seed === null ? {} : { seed });
}
