import * as tf from '@tensorflow/tfjs-core';
import { withGradient } from './with-gradient';

/**
 * `gelu(x) = x · Φ(x)` with `Φ(x) = (1 + erf(x / √2)) / 2`, the share of a normal distribution below `x`.
 *
 * With `approximate`: `x / 2 · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))`. Keras: `keras.activations.gelu`.
 *
 * @example
 * gelu(tf.tensor1d([-1, 1])).arraySync(); // [-0.1587, 0.8413]
 */
export function gelu(x: tf.Tensor, { approximate = false }: { approximate?: boolean } = {}): tf.Tensor {
  return approximate ? tanhGelu(x) : exactGelu(x);
}

/** The slope is `Φ(x) + x · φ(x)`, with the density `φ(x) = exp(-x²/2) / √(2π)`. */
function exactGelu(x: tf.Tensor): tf.Tensor {
  return withGradient(
    x,
    (input) => {
      const share = tf.mul(tf.add(tf.erf(tf.mul(input, Math.SQRT1_2)), 1), 0.5);
      return { value: tf.mul(input, share), saved: [input, share] as const };
    },
    (upstream, [input, share]) => {
      const density = tf.mul(tf.exp(tf.mul(tf.square(input), -0.5)), 1 / Math.sqrt(2 * Math.PI));
      return tf.mul(upstream, tf.add(share, tf.mul(input, density)));
    },
  );
}

const SCALE = Math.sqrt(2 / Math.PI);
const CUBIC = 0.044715;

/** The slope is `(1 + t) / 2 + x / 2 · (1 - t²) · √(2/π) · (1 + 3 · 0.044715 · x²)`, with `t` the hyperbolic tangent. */
function tanhGelu(x: tf.Tensor): tf.Tensor {
  return withGradient(
    x,
    (input) => {
      const t = tf.tanh(tf.mul(tf.mul(input, tf.add(tf.mul(tf.square(input), CUBIC), 1)), SCALE));
      return { value: tf.mul(tf.mul(input, 0.5), tf.add(t, 1)), saved: [input, t] as const };
    },
    (upstream, [input, t]) => {
      const inner = tf.mul(tf.add(tf.mul(tf.square(input), 3 * CUBIC), 1), SCALE);
      const bend = tf.mul(tf.mul(input, tf.sub(1, tf.square(t))), inner);
      return tf.mul(upstream, tf.mul(tf.add(tf.add(t, bend), 1), 0.5));
    },
  );
}
