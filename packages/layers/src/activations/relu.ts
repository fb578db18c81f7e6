import * as tf from '@tensorflow/tfjs-core';
import { withGradient } from './with-gradient';

export interface ReluOptions {
  /** Slope below `threshold`. Default 0. */
  negativeSlope?: number;
  /** Largest output. Default null: none. */
  maxValue?: number | null;
  /** Where the ramp starts. Default 0. */
  threshold?: number;
}

/**
 * `relu(x) = max(x, 0)`; in general `maxValue` above it, `x` above `threshold`, `negativeSlope · (x - threshold)` below.
 *
 * Keras: `keras.activations.relu`.
 *
 * @example
 * relu(tf.tensor1d([-1, 2])).arraySync(); // [0, 2]
 * relu(tf.tensor1d([-1, 2]), { negativeSlope: 0.5, maxValue: 1 }).arraySync(); // [-0.5, 1]
 */
export function relu(x: tf.Tensor, { negativeSlope = 0, maxValue = null, threshold = 0 }: ReluOptions = {}): tf.Tensor {
  if (threshold === 0 && maxValue === null) {
    return negativeSlope === 0 ? tf.relu(x) : tf.leakyRelu(x, negativeSlope);
  }
  if (threshold === 0 && maxValue === 6 && negativeSlope === 0) return tf.relu6(x);
  const top = maxValue ?? Infinity;
  return withGradient(
    x,
    (input) => {
      const passed = tf.mul(input, above(input, threshold));
      const value = maxValue === null ? passed : tf.clipByValue(passed, 0, top);
      if (negativeSlope === 0) return { value, saved: [input] as const };
      const below = tf.relu(tf.sub(threshold, input));
      return { value: tf.sub(value, tf.mul(below, negativeSlope)), saved: [input] as const };
    },
    (upstream, [input]) => {
      let slope = above(input, threshold);
      if (maxValue !== null) {
        const inside = tf.logicalAnd(tf.greaterEqual(input, 0), tf.lessEqual(input, top));
        slope = tf.mul(slope, tf.cast(inside, 'float32'));
      }
      if (negativeSlope !== 0) {
        slope = tf.add(slope, tf.mul(tf.cast(tf.less(input, threshold), 'float32'), negativeSlope));
      }
      return tf.mul(upstream, slope);
    },
  );
}

function above(x: tf.Tensor, threshold: number): tf.Tensor {
  return tf.cast(tf.greater(x, threshold), 'float32');
}

/**
 * `leakyRelu(x) = x` above 0 and `negativeSlope · x` below. Default slope 0.2.
 *
 * Keras: `keras.activations.leaky_relu`.
 *
 * @example
 * leakyRelu(tf.tensor1d([-1, 2])).arraySync(); // [-0.2, 2]
 */
export function leakyRelu(x: tf.Tensor, { negativeSlope = 0.2 }: { negativeSlope?: number } = {}): tf.Tensor {
  return tf.leakyRelu(x, negativeSlope);
}

/**
 * `relu6(x) = min(max(x, 0), 6)`.
 *
 * Keras: `keras.activations.relu6`.
 *
 * @example
 * relu6(tf.tensor1d([-1, 2, 8])).arraySync(); // [0, 2, 6]
 */
export function relu6(x: tf.Tensor): tf.Tensor {
  return tf.relu6(x);
}
