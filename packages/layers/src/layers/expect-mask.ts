import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { formatShape } from '../graph/shape';

/**
 * Throws unless a mask has the lengths of the axes it is for, `[batch, steps]` of a sequence; `what` is how the error calls it.
 *
 * @example
 * expectMask(this.place, 'mask', mask, inputs.shape.slice(0, 2));
 */
export function expectMask(
  place: string,
  what: string,
  mask: unknown,
  axes: readonly number[],
): asserts mask is tf.Tensor {
  if (mask instanceof tf.Tensor && tf.util.arraysEqual(mask.shape, [...axes])) return;
  throw new TenlabError({
    code: 'invalid-shape',
    place,
    expected: `\`${what}\` must be a tensor of shape ${formatShape([...axes])}`,
    received: mask instanceof tf.Tensor ? inWords(`shape ${formatShape(mask.shape)}`) : mask,
    remedy: 'Give true or false for each step of each sequence: the first axis is the batch, the second the steps.',
  });
}
