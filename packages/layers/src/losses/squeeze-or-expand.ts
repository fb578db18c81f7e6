import * as tf from '@tensorflow/tfjs-core';

/**
 * Brings two tensors to one rank when their ranks differ by one and the longer one ends in an axis of length 1.
 *
 * A vector is expanded rather than its partner squeezed (unless `expandVectors` is false), as Keras's `squeeze_or_expand_to_same_rank` does.
 *
 * @example
 * squeezeOrExpand(tf.zeros([3, 1]), tf.zeros([3]))[1].shape; // [3, 1]
 */
export function squeezeOrExpand(
  first: tf.Tensor,
  second: tf.Tensor,
  { expandVectors = true }: { expandVectors?: boolean } = {},
): [tf.Tensor, tf.Tensor] {
  if (first.rank === second.rank + 1 && first.shape.at(-1) === 1) {
    return second.rank === 1 && expandVectors ? [first, tf.expandDims(second, -1)] : [tf.squeeze(first, [-1]), second];
  }
  if (second.rank === first.rank + 1 && second.shape.at(-1) === 1) {
    return first.rank === 1 && expandVectors ? [tf.expandDims(first, -1), second] : [first, tf.squeeze(second, [-1])];
  }
  return [first, second];
}
