import * as tf from '@tensorflow/tfjs-core';

/**
 * `tanh(x)`, the hyperbolic tangent.
 *
 * Keras: `keras.activations.tanh`.
 *
 * @example
 * tanh(tf.tensor1d([0, 1])).arraySync(); // [0, 0.7616]
 */
export function tanh(x: tf.Tensor): tf.Tensor {
  return tf.tanh(x);
}

/**
 * `hardTanh(x) = min(max(x, -1), 1)`.
 *
 * Keras: `keras.activations.hard_tanh`.
 *
 * @example
 * hardTanh(tf.tensor1d([-2, 0.5, 2])).arraySync(); // [-1, 0.5, 1]
 */
export function hardTanh(x: tf.Tensor): tf.Tensor {
  return tf.clipByValue(x, -1, 1);
}

/**
 * `tanhShrink(x) = x - tanh(x)`.
 *
 * Keras: `keras.activations.tanh_shrink`.
 *
 * @example
 * tanhShrink(tf.tensor1d([0, 1])).arraySync(); // [0, 0.2384]
 */
export function tanhShrink(x: tf.Tensor): tf.Tensor {
  return tf.sub(x, tf.tanh(x));
}
