import { TenlabError } from '../errors/tenlab-error';

/** @throws TenlabError `invalid-argument` unless `size` is a whole number from 0 to 2^31 - 1 */
export function checkSize(size: unknown, name: string, place: string): asserts size is number {
  if (typeof size === 'number' && Number.isInteger(size) && size >= 0 && size < 2 ** 31) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: `\`${name}\` must be a whole number from 0 to 2^31 - 1`,
    received: size,
    remedy: 'Pass how many values to draw, for example 100.',
  });
}

/** @throws TenlabError `invalid-argument` unless `value` is a finite number */
export function checkFinite(value: unknown, name: string, place: string): asserts value is number {
  if (typeof value === 'number' && Number.isFinite(value)) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: `\`${name}\` must be a finite number`,
    received: value,
    remedy: 'Pass a number such as 0 or 1.',
  });
}
