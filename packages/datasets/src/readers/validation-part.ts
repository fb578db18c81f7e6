import { randomPermutation, TenlabError } from '@tenlab/core';

/** Which part of the files is wanted: Keras's `validation_split` and `subset`. */
export interface PartOptions {
  /** The share kept for validation. Default: none. */
  validationSplit?: number;
  /** Which part to give. Needed with `validationSplit`. */
  subset?: 'training' | 'validation';
}

/**
 * The files of one part, chosen by chance: both parts, asked for with the same seed, share none.
 *
 * Throws a {@link TenlabError} for one option without the other, and a share that is none.
 */
export function validationPart<File>(
  files: readonly File[],
  { validationSplit, subset }: PartOptions,
  seed: number,
  place: string,
): File[] {
  if (validationSplit === undefined && subset === undefined) return [...files];
  if (!(validationSplit! > 0 && validationSplit! < 1) || (subset !== 'training' && subset !== 'validation')) {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: "`validationSplit` above 0 and below 1, and `subset` 'training' or 'validation'",
      received: { validationSplit, subset },
      remedy: "For example { validationSplit: 0.2, subset: 'training', seed: 1 }, and the same with 'validation'.",
    });
  }
  const order = randomPermutation(files.length, seed);
  const kept = files.length - Math.floor(validationSplit! * files.length);
  const part = subset === 'training' ? order.subarray(0, kept) : order.subarray(kept);
  return Array.from(part.slice().sort(), (index) => files[index]!);
}
