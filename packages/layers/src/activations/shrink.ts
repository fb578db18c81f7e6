import * as tf from '@tensorflow/tfjs-core';
import { withGradient } from './with-gradient';

/**
 * `softShrink(x) = x - min(max(x, -threshold), threshold)`: towards 0 by the threshold. Default threshold 0.5.
 *
 * Keras: `keras.activations.soft_shrink`.
 *
 * @example
 * softShrink(tf.tensor1d([-1, 0.3, 1])).arraySync(); // [-0.5, 0, 0.5]
 */
export function softShrink(x: tf.Tensor, options: { threshold?: number } = {}): tf.Tensor {
  const limit = options.threshold ?? 0.5;
  return tf.sub(x, tf.clipByValue(x, -limit, limit));
}

/**
 * `hardShrink(x) = x` where `|x| > threshold`, else 0. Default threshold 0.5.
 *
 * Keras: `keras.activations.hard_shrink`.
 *
 * @example
 * hardShrink(tf.tensor1d([-1, 0.3, 1])).arraySync(); // [-1, 0, 1]
 */
export function hardShrink(x: tf.Tensor, options: { threshold?: number } = {}): tf.Tensor {
  const limit = options.threshold ?? 0.5;
  return kept(x, (input) => tf.greater(tf.abs(input), limit), 0);
}

/**
 * `threshold(x) = x` where `x > threshold`, else `defaultValue`.
 *
 * Keras: `keras.activations.threshold`.
 *
 * @example
 * threshold(tf.tensor1d([-1, 2]), { threshold: 0, defaultValue: 7 }).arraySync(); // [7, 2]
 */
export function threshold(x: tf.Tensor, options: { threshold: number; defaultValue: number }): tf.Tensor {
  return kept(x, (input) => tf.greater(input, options.threshold), options.defaultValue);
}

/** `x` where the condition holds, else a constant; the gradient is 1 or 0 likewise. */
function kept(x: tf.Tensor, condition: (x: tf.Tensor) => tf.Tensor, otherwise: number): tf.Tensor {
  return withGradient(
    x,
    (input) => {
      const isKept = condition(input);
      return { value: tf.where(isKept, input, tf.fill(input.shape, otherwise)), saved: [isKept] as const };
    },
    (upstream, [isKept]) => tf.mul(upstream, tf.cast(isKept, 'float32')),
  );
}
