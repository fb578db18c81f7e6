import * as tf from '@tensorflow/tfjs-core';
import type { WideMask } from './base-merge';

/**
 * Joins inputs two by two, where a mask leaves an element of one out taking that of the other: what `Maximum` and `Minimum` do.
 *
 * `masks` are as wide as the inputs, null where there is none.
 */
export function mergeMasked(
  inputs: readonly tf.Tensor[],
  masks: readonly WideMask[],
  merge: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
): tf.Tensor {
  const [first, ...rest] = inputs as [tf.Tensor, ...tf.Tensor[]];
  let output = first;
  let outputMask = masks[0] ?? null;
  for (const [i, input] of rest.entries()) {
    const mask = masks[i + 1] ?? null;
    const x: tf.Tensor = mask ? tf.where(mask, input, output) : input;
    if (outputMask) output = tf.where(outputMask, output, x);
    outputMask = mask && outputMask ? tf.logicalOr(outputMask, mask) : null;
    output = merge(output, x);
  }
  return output;
}
