import * as tf from '@tensorflow/tfjs-core';
import { withGradient } from './with-gradient';

/**
 * `elu(x) = x` above 0 and `alpha · (exp(x) - 1)` below. Default alpha 1.
 *
 * Keras: `keras.activations.elu`.
 *
 * @example
 * elu(tf.tensor1d([-1, 2])).arraySync(); // [-0.6321, 2]
 */
export function elu(x: tf.Tensor, { alpha = 1 }: { alpha?: number } = {}): tf.Tensor {
  if (alpha === 1) return tf.elu(x);
  return withGradient(
    x,
    (input) => {
      const low = tf.mul(tf.expm1(tf.minimum(input, 0)), alpha);
      return { value: tf.add(tf.relu(input), low), saved: [input] as const };
    },
    (upstream, [input]) => {
      const isAbove = tf.step(input);
      const low = tf.mul(tf.mul(tf.exp(tf.minimum(input, 0)), alpha), tf.sub(1, isAbove));
      return tf.mul(upstream, tf.add(isAbove, low));
    },
  );
}

/**
 * `selu(x) = 1.0507 · elu(x, alpha = 1.6733)`, the scale under which layers keep mean 0 and variance 1.
 *
 * Keras: `keras.activations.selu`.
 *
 * @example
 * selu(tf.tensor1d([-1, 2])).arraySync(); // [-1.1113, 2.1014]
 */
export function selu(x: tf.Tensor): tf.Tensor {
  return tf.selu(x);
}

/**
 * `celu(x) = max(x, 0) + alpha · (exp(min(x, 0) / alpha) - 1)`, whose slope is smooth at 0 for every alpha. Default alpha 1.
 *
 * Keras: `keras.activations.celu`.
 *
 * @example
 * celu(tf.tensor1d([-1, 2]), { alpha: 2 }).arraySync(); // [-0.7869, 2]
 */
export function celu(x: tf.Tensor, { alpha = 1 }: { alpha?: number } = {}): tf.Tensor {
  return withGradient(
    x,
    (input) => {
      const low = tf.mul(tf.expm1(tf.div(tf.minimum(input, 0), alpha)), alpha);
      return { value: tf.add(tf.relu(input), low), saved: [input] as const };
    },
    (upstream, [input]) => tf.mul(upstream, tf.exp(tf.div(tf.minimum(input, 0), alpha))),
  );
}
