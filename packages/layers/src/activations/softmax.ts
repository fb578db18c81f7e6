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
 * `sparsemax(x) = max(x - τ, 0)` with the `τ` that makes the sum over the axis 1: like softmax, but small values become
 * exactly 0. Default axis -1.
 *
 * With `x` sorted downwards and `k` the largest count for which `x_k > (Σ_{i≤k} x_i - 1) / k`, `τ` is that fraction.
 * Martins & Astudillo 2016, arXiv:1602.02068. Keras: `keras.activations.sparsemax`.
 *
 * @example
 * sparsemax(tf.tensor2d([[0.5, 0.3, -2]])).arraySync(); // [[0.6, 0.4, 0]]
 */
export function sparsemax(x: tf.Tensor, { axis = -1 }: { axis?: number } = {}): tf.Tensor {
  return onLastAxis(x, axis, sparsemaxOfRows);
}

function sparsemaxOfRows(x: tf.Tensor): tf.Tensor {
  const length = x.shape.at(-1) ?? 1;
  return withGradient(
    x,
    (input) => {
      const sorted = tf.topk(input, length, true).values;
      const excess = tf.sub(tf.cumsum(sorted, -1), 1);
      const counts = tf.range(1, length + 1, 1, 'float32');
      const isInside = tf.cast(tf.greater(sorted, tf.div(excess, counts)), 'float32');
      const count = tf.sum(isInside, -1, true);
      const sum = tf.sum(tf.mul(sorted, isInside), -1, true);
      const value = tf.relu(tf.sub(input, tf.div(tf.sub(sum, 1), count)));
      return { value, saved: [value] as const };
    },
    (upstream, [value]) => {
      const support = tf.step(value);
      const inside = tf.mul(upstream, support);
      const mean = tf.div(tf.sum(inside, -1, true), tf.sum(support, -1, true));
      return tf.sub(inside, tf.mul(mean, support));
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
