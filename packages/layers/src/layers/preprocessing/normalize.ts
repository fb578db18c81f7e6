import * as tf from '@tensorflow/tfjs-core';

export interface NormalizeOptions {
  /** The axis along which lengths are taken. Default -1. */
  axis?: number;
  /** The order of the norm: 2 (default) for Euclid's, 1 for the sum of sizes. */
  order?: number;
}

/**
 * Divides vectors by their length, those of length 0 by 1: `x / (Σ |x|^order)^(1 / order)`. Keras: `keras.utils.normalize`.
 *
 * @example
 * normalize(tf.tensor2d([[3, 4]])).arraySync(); // [[0.6, 0.8]]
 */
export function normalize(x: tf.Tensor, { axis = -1, order = 2 }: NormalizeOptions = {}): tf.Tensor {
  return tf.tidy(() => {
    const sizes = tf.abs(tf.cast(x, 'float32'));
    const norm = order === 1 ? tf.sum(sizes, axis, true) : tf.pow(tf.sum(tf.pow(sizes, order), axis, true), 1 / order);
    return tf.div(x, tf.where(tf.equal(norm, 0), tf.onesLike(norm), norm));
  });
}
