import { TenlabError } from '@tenlab/core';

/** The error for an option that cannot be what it is. */
export function invalidOption(place: string, expected: string, received: unknown, remedy: string): TenlabError {
  return new TenlabError({ code: 'invalid-argument', place, expected, received, remedy });
}

/** Throws unless the option is a whole number from `least`. */
export function expectWhole(place: string, option: string, value: unknown, least = 0): void {
  if (Number.isInteger(value) && (value as number) >= least) return;
  throw invalidOption(
    place,
    `\`${option}\` must be a whole number from ${least}`,
    value,
    `Pass for example ${Math.max(least, 5)}.`,
  );
}

/** Throws unless the option is a number above zero. */
export function expectPositive(place: string, option: string, value: unknown): void {
  if (typeof value === 'number' && value > 0 && Number.isFinite(value)) return;
  throw invalidOption(place, `\`${option}\` must be a number above 0`, value, 'Pass for example 1.');
}

/** Throws unless the option is text with something in it. */
export function expectText(place: string, option: string, value: unknown, example: string): void {
  if (typeof value === 'string' && value !== '') return;
  throw invalidOption(place, `\`${option}\` must be a text`, value, `Pass for example '${example}'.`);
}

/** Throws unless the option says `epoch` or after how many steps. */
export function expectFrequency(place: string, option: string, value: unknown): void {
  if (value === 'epoch' || (Number.isInteger(value) && (value as number) > 0)) return;
  throw invalidOption(
    place,
    `\`${option}\` must be 'epoch' or a number of steps`,
    value,
    'Pass a whole number from 1, for example 500.',
  );
}
