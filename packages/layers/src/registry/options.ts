import { inWords, TenlabError } from '@tenlab/core';
import { nearNames } from './near-names';

/** Throws when `options` is no record, or has a key that is not in `allowed`, naming the nearest allowed ones. */
export function expectKnownOptions(place: string, options: object, allowed: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: 'the options must be a record',
      received: options,
      remedy: 'Pass { name: value }, or leave them out.',
    });
  }
  for (const key of Object.keys(options)) {
    if (allowed.includes(key)) continue;
    const near = nearNames(key, allowed);
    throw new TenlabError({
      code: 'unknown-option',
      place,
      expected: allowed.length > 0 ? `options out of ${allowed.map((name) => `\`${name}\``).join(', ')}` : 'no options',
      received: inWords(`\`${key}\``),
      remedy: near.length > 0 ? `Did you mean \`${near[0]}\`?` : 'Remove it or check its spelling.',
    });
  }
}

/** Throws when a number lies outside what the option allows. */
export function expectNumber(
  place: string,
  option: string,
  value: number,
  allowed: { text: string; holds: (value: number) => boolean },
): void {
  if (typeof value === 'number' && allowed.holds(value)) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: `\`${option}\` must be ${allowed.text}`,
    received: value,
    remedy: `Pass ${allowed.text} as \`${option}\`.`,
  });
}

export const positive = { text: 'a positive number', holds: (value: number) => value > 0 };
export const notNegative = { text: 'a number not below 0', holds: (value: number) => value >= 0 };
export const fraction = { text: 'a number from 0 to 1', holds: (value: number) => value >= 0 && value <= 1 };
export const positiveInteger = {
  text: 'a positive integer',
  holds: (value: number) => Number.isInteger(value) && value > 0,
};
