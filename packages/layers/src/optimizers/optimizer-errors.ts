import { inWords, TenlabError } from '@tenlab/core';

// What can be wrong with a call of an optimizer, in three parts each. The optimizer's own file keeps to the steps.

/** `gradients` and `weights` of different lengths. */
export function wrongGradientCount(name: string, weights: number, gradients: number): TenlabError {
  return new TenlabError({
    code: 'invalid-argument',
    place: `Optimizer '${name}'`,
    expected: `one gradient per weight, ${weights}`,
    received: gradients,
    remedy: 'Pass null where a weight has no gradient.',
  });
}

/** No weight has a gradient. */
export function noGradients(name: string): TenlabError {
  return new TenlabError({
    code: 'no-gradients',
    place: `Optimizer '${name}'`,
    expected: 'a gradient for at least one weight',
    received: inWords('none'),
    remedy: 'Check that the loss depends on the weights and that they are trainable.',
  });
}

/** A weight the optimizer was not built with. */
export function unknownWeight(name: string, path: string): TenlabError {
  return new TenlabError({
    code: 'unknown-weight',
    place: `Optimizer '${name}'`,
    expected: 'one of the weights it was built with',
    received: inWords(`'${path}'`),
    remedy: 'Make a new optimizer for a new set of weights.',
  });
}

/** `excludeFromWeightDecay` too late. */
export function builtAlready(name: string): TenlabError {
  return new TenlabError({
    code: 'invalid-call',
    place: `Optimizer '${name}'`,
    expected: '`excludeFromWeightDecay` before the optimizer is built',
    received: inWords('a call after it'),
    remedy: 'Call it right after making the optimizer.',
  });
}

/** A number in place of a schedule. */
export function rateIsScheduled(name: string, rate: number): TenlabError {
  return new TenlabError({
    code: 'invalid-argument',
    place: `Optimizer '${name}'`,
    expected: '`learningRate` may only be replaced by another schedule, as it was made with one',
    received: rate,
    remedy: 'Make the optimizer with a number to be able to set its rate.',
  });
}
