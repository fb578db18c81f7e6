import { inWords, TenlabError } from '@tenlab/core';

const shownProblems = 20;

/** The one error about all tensors of a file that do not fit a model. */
export function weightsMismatch(problems: readonly string[], count: number, place: string): TenlabError {
  const more = problems.length > shownProblems ? `; and ${problems.length - shownProblems} more` : '';
  return new TenlabError({
    code: 'weights-mismatch',
    place,
    expected: `a tensor for each of the ${count} weights, of the same shape and type`,
    received: inWords(`${problems.slice(0, shownProblems).join('; ')}${more}`),
    remedy: 'Build the model as it was when the file was written. Nothing has been changed.',
  });
}
