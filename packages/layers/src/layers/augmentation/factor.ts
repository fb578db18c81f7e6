import { TenlabError } from '@tenlab/core';

/** A range `[from, to]`, or one number for the range up to it in the directions that there are. */
export type Factor = number | readonly [number, number];

/** From where to where something is drawn. */
export type Range = readonly [from: number, to: number];

/**
 * Reads a range as Keras does: one number `f` is `[-f, f]`, cut off at the least there may be; two are put in order.
 * Throws on numbers out of bounds.
 */
export function readFactor(place: string, option: string, factor: Factor, [least, most]: Range): Range {
  const isNumber = typeof factor === 'number';
  const given: readonly unknown[] = isNumber ? [factor] : Array.isArray(factor) ? factor : [];
  const isWithin = given.every((value) => typeof value === 'number' && value >= least && value <= most);
  if (given.length !== (isNumber ? 1 : 2) || !isWithin) {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: `\`${option}\` must be a number or a list of two numbers from ${least} to ${most}`,
      received: factor,
      remedy: most > 1 ? 'Pass for example 4, or [2, 4].' : 'Pass for example 0.2, or [0.1, 0.3].',
    });
  }
  if (isNumber) return [Math.max(-Math.abs(factor), least), Math.abs(factor)];
  const [a, b] = factor;
  return a <= b ? [a, b] : [b, a];
}
