import type * as tf from '@tensorflow/tfjs-core';
import { TenlabError } from './errors/tenlab-error';

/**
 * Makes a step ready to run many times.
 *
 * On every backend of today this is the function itself: `compile(step) === step`. A backend that can record a step and
 * replay it as one program takes over here, and a step that keeps these rules will then give the same bits, only faster:
 *
 * - it takes tensors and returns tensors, and reads none of their values (`dataSync`, `await data()`);
 * - what it makes inside is freed inside: wrap it in `scope`; nothing made inside is kept but what it returns;
 * - state that outlives the step is in variables, and changes by `assign`;
 * - random numbers come from a `SeedGenerator`; other side effects (a counter, `console.log`) may happen only once.
 *
 * @throws TenlabError `invalid-argument` where `step` is not a function
 *
 * @example
 * const double = compile((x: tf.Tensor) => scope(() => tf.mul(x, 2)));
 * double(tf.scalar(21)).dataSync()[0]; // 42
 */
export function compile<Arguments extends tf.Tensor[], Result>(
  step: (...inputs: Arguments) => Result,
): (...inputs: Arguments) => Result {
  if (typeof step !== 'function') {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'compile',
      expected: '`step` must be a function of tensors',
      received: step,
      remedy: 'Pass the function itself: `compile((x, y) => …)`.',
    });
  }
  return step;
}
