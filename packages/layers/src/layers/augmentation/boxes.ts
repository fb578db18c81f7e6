import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';

/** Where a piece of each image begins and ends along an axis, in pixels: `[batch]` each. */
export type Span = readonly [from: tf.Tensor, to: tf.Tensor];

/** A piece as long as a share `[batch]` of an axis, anywhere on it. */
export function drawSpan(generator: SeedGenerator, share: tf.Tensor, length: number): Span {
  const size = tf.mul(share, length);
  const from = tf.mul(generator.uniform(share.shape), tf.sub(length, size));
  return [from, tf.add(from, size)];
}

/** Which pixels lie in a box of each image: `bool[batch, height, width, 1]`. A pixel is in it when its index is. */
export function boxMask(height: number, width: number, x: Span, y: Span): tf.Tensor {
  const within = (length: number, [from, to]: Span, shape: number[]) => {
    const index = tf.reshape(tf.range(0, length), shape);
    const [first, end] = [tf.reshape(from, [-1, 1, 1, 1]), tf.reshape(to, [-1, 1, 1, 1])];
    return tf.logicalAnd(tf.greaterEqual(index, first), tf.less(index, end));
  };
  return tf.logicalAnd(within(width, x, [1, 1, width, 1]), within(height, y, [1, height, 1, 1]));
}
