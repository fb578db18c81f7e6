import { TenlabError } from '@tenlab/core';

/** How much lies before and after the contents of an axis. */
export type Margin = readonly [number, number];

/** One number for all sides, one per axis, or a pair per axis; for one axis also a pair alone. */
export type Margins = number | readonly number[] | readonly (number | readonly number[])[];

/**
 * Reads margins as a pair per axis: `2`, `[2, 2]` and `[[2, 2], [2, 2]]` are the same for an image.
 *
 * Throws on other lengths, on fractions and below 0.
 */
export function readMargins(place: string, option: string, value: Margins, spatialAxes: number): Margin[] {
  const axes = axesOf(value, spatialAxes);
  const pairs = axes?.map((entry) => (typeof entry === 'number' ? [entry, entry] : entry));
  const isPair = (pair: unknown): pair is Margin =>
    Array.isArray(pair) && pair.length === 2 && pair.every((item) => Number.isInteger(item) && item >= 0);
  if (pairs?.length === spatialAxes && pairs.every(isPair)) return pairs.map(([before, after]) => [before, after]);
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: `\`${option}\` must be an integer not below 0, ${spatialAxes === 1 ? 'or a pair of them' : `or a list of ${spatialAxes} of them or of pairs`}`,
    received: value,
    remedy:
      spatialAxes === 1 ? 'Pass [before, after].' : 'Pass [before, after] for each axis, or one number for all sides.',
  });
}

function axesOf(value: Margins, spatialAxes: number): readonly (number | readonly number[])[] | null {
  if (typeof value === 'number') return Array.from({ length: spatialAxes }, () => value);
  if (!Array.isArray(value)) return null;
  return spatialAxes === 1 && typeof value[0] === 'number' ? [value as number[]] : value;
}
