import * as tf from '@tensorflow/tfjs-core';
import { rememberLogits } from './logits';
import { withGradient } from './with-gradient';

/**
 * `softmax(x) = exp(x) / Σ exp(x)` over an axis: positive numbers that add up to 1. Default axis -1.
 *
 * Keras: `keras.activations.softmax`.
 *
 * @example
 * softmax(tf.tensor2d([[0, Math.log(3)]])).arraySync(); // [[0.25, 0.75]]
 */
export function softmax(x: tf.Tensor, { axis = -1 }: { axis?: number } = {}): tf.Tensor {
  return rememberLogits(
    onLastAxis(x, axis, (input) => tf.softmax(input)),
    x,
    axis,
  );
}

/**
 * `logSoftmax(x) = x - log Σ exp(x)` over an axis, the logarithm of `softmax` without its rounding to 0. Default axis -1.
 *
 * Keras: `keras.activations.log_softmax`.
 *
 * @example
 * logSoftmax(tf.tensor2d([[0, 0]])).arraySync(); // [[-0.6931, -0.6931]]
 */
export function logSoftmax(x: tf.Tensor, { axis = -1 }: { axis?: number } = {}): tf.Tensor {
  return onLastAxis(x, axis, (input) => tf.logSoftmax(input));
}

/**
 * `sparsemax(x) = max(x - τ, 0)` over an axis, as Keras 3 computes it. Default axis -1.
 *
 * With `x` sorted downwards, `c_j = x_1 + … + x_j` and `k` the largest count for which `x_k > (c_k - 1) / k`, Keras takes
 * `τ = (c_1 + … + c_k - 1) / k`. The paper has `τ = (c_k - 1) / k`, which makes the result add up to 1; the two agree
 * where `k` is 1. Keras's is followed, so that its models give its numbers.
 * Martins & Astudillo 2016, arXiv:1602.02068. Keras: `keras.activations.sparsemax`.
 *
 * @example
 * sparsemax(tf.tensor2d([[2, 0.3, -2]])).arraySync(); // [[1, 0, 0]]
 */
export function sparsemax(x: tf.Tensor, { axis = -1 }: { axis?: number } = {}): tf.Tensor {
  return onLastAxis(x, axis, sparsemaxOfRows);
}

/** The slope of `τ` by the element of rank `r` (0 for the largest) is `max(k - r, 0) / k`, for it is in `k - r` of the sums. */
function sparsemaxOfRows(x: tf.Tensor): tf.Tensor {
  const length = x.shape.at(-1) ?? 1;
  return withGradient(
    x,
    (input) => {
      const sorted = tf.topk(input, length, true).values;
      const sums = tf.cumsum(sorted, input.rank - 1);
      const counts = tf.range(1, length + 1, 1, 'float32');
      const isInside = tf.cast(tf.greater(sorted, tf.div(tf.sub(sums, 1), counts)), 'float32');
      const count = tf.sum(isInside, -1, true);
      const threshold = tf.div(tf.sub(tf.sum(tf.mul(sums, isInside), -1, true), 1), count);
      return { value: tf.relu(tf.sub(input, threshold)), saved: [input, threshold, count] as const };
    },
    (upstream, [input, threshold, count]) => {
      const isLarger = tf.greater(tf.expandDims(input, -2), tf.expandDims(input, -1));
      const rank = tf.sum(tf.cast(isLarger, 'float32'), -1);
      const slope = tf.div(tf.relu(tf.sub(count, rank)), count);
      const passed = tf.mul(upstream, tf.cast(tf.greater(input, threshold), 'float32'));
      return tf.sub(passed, tf.mul(tf.sum(passed, -1, true), slope));
    },
  );
}

/** Applies a function that works on the last axis to another one. */
function onLastAxis(x: tf.Tensor, axis: number, fn: (x: tf.Tensor) => tf.Tensor): tf.Tensor {
  const at = axis < 0 ? axis + x.rank : axis;
  if (at === x.rank - 1) return fn(x);
  const order = Array.from({ length: x.rank }, (_, i) => i);
  order[at] = x.rank - 1;
  order[x.rank - 1] = at;
  return tf.transpose(fn(tf.transpose(x, order)), order);
}
