import * as tf from '@tensorflow/tfjs-core';
import { hardSigmoid } from './sigmoid';
import { withGradient } from './with-gradient';

/**
 * `silu(x) = x · sigmoid(x)`, also called swish, with the slope `s · (1 + x · (1 - s))`, `s = sigmoid(x)`.
 *
 * Keras: `keras.activations.silu`.
 *
 * @example
 * silu(tf.tensor1d([0, 2])).arraySync(); // [0, 1.7616]
 */
export function silu(x: tf.Tensor): tf.Tensor {
  return withGradient(
    x,
    (input) => {
      const s = tf.sigmoid(input);
      return { value: tf.mul(input, s), saved: [input, s] as const };
    },
    (upstream, [input, s]) => tf.mul(upstream, tf.mul(s, tf.add(tf.mul(input, tf.sub(1, s)), 1))),
  );
}

/**
 * `hardSilu(x) = x · hardSigmoid(x)`, also called hard swish.
 *
 * Keras: `keras.activations.hard_silu`.
 *
 * @example
 * hardSilu(tf.tensor1d([-4, 1.5, 4])).arraySync(); // [0, 1.125, 4]
 */
export function hardSilu(x: tf.Tensor): tf.Tensor {
  return tf.mul(x, hardSigmoid(x));
}

/**
 * `mish(x) = x · tanh(softplus(x))`, with the slope `t + x · (1 - t²) · sigmoid(x)`, `t = tanh(softplus(x))`.
 *
 * Keras: `keras.activations.mish`.
 *
 * @example
 * mish(tf.tensor1d([0, 2])).arraySync(); // [0, 1.944]
 */
export function mish(x: tf.Tensor): tf.Tensor {
  return withGradient(
    x,
    (input) => {
      const t = tf.tanh(tf.softplus(input));
      return { value: tf.mul(input, t), saved: [input, t] as const };
    },
    (upstream, [input, t]) => {
      const bend = tf.mul(tf.mul(input, tf.sub(1, tf.square(t))), tf.sigmoid(input));
      return tf.mul(upstream, tf.add(t, bend));
    },
  );
}

/**
 * Gated linear unit: the axis is halved into `a` and `b`, and `glu(x) = a · sigmoid(b)`. Default axis -1.
 *
 * The axis must have an even length. Keras: `keras.activations.glu`.
 *
 * @example
 * glu(tf.tensor1d([3, 0])).arraySync(); // [1.5]
 */
export function glu(x: tf.Tensor, { axis = -1 }: { axis?: number } = {}): tf.Tensor {
  const [a, b] = tf.split(x, 2, axis);
  return tf.mul(a!, tf.sigmoid(b!));
}
