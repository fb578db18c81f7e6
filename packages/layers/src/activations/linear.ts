import * as tf from '@tensorflow/tfjs-core';

/**
 * `linear(x) = x`.
 *
 * Keras: `keras.activations.linear`.
 *
 * @example
 * linear(tf.tensor1d([-1, 2])).arraySync(); // [-1, 2]
 */
export function linear(x: tf.Tensor): tf.Tensor {
  return x;
}

/**
 * `exponential(x) = exp(x)`.
 *
 * Keras: `keras.activations.exponential`.
 *
 * @example
 * exponential(tf.tensor1d([0, 1])).arraySync(); // [1, 2.7183]
 */
export function exponential(x: tf.Tensor): tf.Tensor {
  return tf.exp(x);
}
