import * as tf from '@tensorflow/tfjs-core';

/** Keras's `epsilon()`: probabilities are kept within `[1e-7, 1 - 1e-7]` before a logarithm is taken. */
export const EPSILON = 1e-7;

/** Keeps probabilities away from 0 and 1, where the logarithm has no end. In float32 the upper end is `1 - 1.19e-7`. */
export function clipProbabilities(probabilities: tf.Tensor): tf.Tensor {
  return tf.clipByValue(probabilities, EPSILON, 1 - EPSILON);
}

/** Divides by the sum over an axis, so that the probabilities of a sample add up to 1. */
export function normalizeProbabilities(probabilities: tf.Tensor, axis: number): tf.Tensor {
  return tf.div(probabilities, tf.sum(probabilities, axis, true));
}

/** `yTrue · (1 - smoothing) + smoothing / classes`: a little of every class in each target. Keras counts the last axis. */
export function smoothLabels(yTrue: tf.Tensor, smoothing: number): tf.Tensor {
  if (smoothing === 0) return yTrue;
  const classes = yTrue.shape.at(-1) ?? 1;
  return tf.add(tf.mul(yTrue, 1 - smoothing), smoothing / classes);
}

/** The same for targets of 0 and 1 each on its own: `yTrue · (1 - smoothing) + smoothing / 2`. */
export function smoothBinaryLabels(yTrue: tf.Tensor, smoothing: number): tf.Tensor {
  if (smoothing === 0) return yTrue;
  return tf.add(tf.mul(yTrue, 1 - smoothing), 0.5 * smoothing);
}
