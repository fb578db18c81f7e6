import * as tf from '@tensorflow/tfjs-core';
import { withGradient } from './with-gradient';

/**
 * `softplus(x) = log(1 + exp(x))`.
 *
 * Keras: `keras.activations.softplus`.
 *
 * @example
 * softplus(tf.tensor1d([0, 20])).arraySync(); // [0.6931, 20]
 */
export function softplus(x: tf.Tensor): tf.Tensor {
  return tf.softplus(x);
}

/**
 * `softsign(x) = x / (1 + |x|)`, with the slope `1 / (1 + |x|)²`.
 *
 * Keras: `keras.activations.softsign`.
 *
 * @example
 * softsign(tf.tensor1d([-1, 3])).arraySync(); // [-0.5, 0.75]
 */
export function softsign(x: tf.Tensor): tf.Tensor {
  return withGradient(
    x,
    (input) => {
      const divisor = tf.add(tf.abs(input), 1);
      return { value: tf.div(input, divisor), saved: [divisor] as const };
    },
    (upstream, [divisor]) => tf.div(upstream, tf.square(divisor)),
  );
}

/**
 * `squareplus(x) = (x + sqrt(x² + b)) / 2`. Default b 4.
 *
 * Keras: `keras.activations.squareplus`.
 *
 * @example
 * squareplus(tf.tensor1d([0, 1.5])).arraySync(); // [1, 2]
 */
export function squareplus(x: tf.Tensor, { b = 4 }: { b?: number } = {}): tf.Tensor {
  return tf.mul(tf.add(x, tf.sqrt(tf.add(tf.square(x), b))), 0.5);
}

/**
 * `sparsePlus(x) = 0` below -1, `(x + 1)² / 4` up to 1, and `x` above.
 *
 * Keras: `keras.activations.sparse_plus`.
 *
 * @example
 * sparsePlus(tf.tensor1d([-2, 0, 3])).arraySync(); // [0, 0.25, 3]
 */
export function sparsePlus(x: tf.Tensor): tf.Tensor {
  const bend = tf.mul(tf.square(tf.add(tf.clipByValue(x, -1, 1), 1)), 0.25);
  return tf.add(bend, tf.relu(tf.sub(x, 1)));
}
