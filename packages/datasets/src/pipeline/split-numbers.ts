import { inWords, randomPermutation, TenlabError } from '@tenlab/core';

export interface SplitOptions {
  /** Put the elements in random order first. Default false: the first part is the beginning. */
  shuffle?: boolean;
  /** What the order depends on. Default: the next seed derived from the global one. */
  seed?: number;
}

/** How many of `count` fall to each part: rounded so that they add up to what the fractions add up to. */
export function partSizes(count: number, fractions: readonly number[]): number[] {
  const sum = fractions.reduce((total, fraction) => total + fraction, 0);
  if (fractions.length === 0 || fractions.some((fraction) => !(fraction > 0)) || sum > 1 + 1e-9) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'Dataset.split',
      expected: 'fractions above 0 that add up to at most 1',
      received: fractions,
      remedy: 'For example [0.8, 0.2].',
    });
  }
  let [behind, before] = [0, 0];
  return fractions.map((fraction) => {
    behind += fraction;
    const end = Math.min(count, Math.round(behind * count));
    const size = end - before;
    before = end;
    return size;
  });
}

/** The numbers of the elements of each part. */
export function splitNumbers(count: number, fractions: readonly number[], seed: number | undefined): Int32Array[] {
  const order =
    seed === undefined ? Int32Array.from({ length: count }, (_, index) => index) : randomPermutation(count, seed);
  let start = 0;
  return partSizes(count, fractions).map((size) => {
    const part = order.subarray(start, start + size);
    start += size;
    return part;
  });
}

/** The numbers of the elements of each part, every class divided by the fractions; within a part in the order of the data. */
export function stratifiedNumbers(
  labels: readonly unknown[],
  fractions: readonly number[],
  seed: number,
): Int32Array[] {
  const classes = new Map<unknown, number[]>();
  for (const [index, label] of labels.entries()) {
    if (typeof label !== 'number' && typeof label !== 'string' && typeof label !== 'boolean') {
      throw new TenlabError({
        code: 'invalid-data',
        place: 'Dataset.stratifiedSplit',
        expected: 'a number, text or truth as label of each element',
        received: label,
        remedy: 'Pass a function that gives the class of an element, for example `([, label]) => label`.',
      });
    }
    classes.set(label, [...(classes.get(label) ?? []), index]);
  }
  const parts = fractions.map((): number[] => []);
  for (const [number, members] of [...classes.values()].entries()) {
    const chosen = splitNumbers(members.length, fractions, seed + number);
    for (const [part, places] of chosen.entries()) for (const place of places) parts[part]!.push(members[place]!);
  }
  const empty = parts.findIndex((part) => part.length === 0);
  if (empty !== -1) {
    throw new TenlabError({
      code: 'not-enough-data',
      place: 'Dataset.stratifiedSplit',
      expected: 'elements in every part',
      received: inWords(
        `none for the fraction ${fractions[empty]} of ${labels.length} elements in ${classes.size} classes`,
      ),
      remedy: 'Take a larger fraction, or give more data.',
    });
  }
  return parts.map((part) => Int32Array.from(part).sort());
}
