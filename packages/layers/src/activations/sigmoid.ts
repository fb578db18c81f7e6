import * as tf from '@tensorflow/tfjs-core';
import { rememberLogits } from './logits';

/**
 * `sigmoid(x) = 1 / (1 + exp(-x))`.
 *
 * Keras: `keras.activations.sigmoid`.
 *
 * @example
 * sigmoid(tf.tensor1d([0, 2])).arraySync(); // [0.5, 0.8808]
 */
export function sigmoid(x: tf.Tensor): tf.Tensor {
  return rememberLogits(tf.sigmoid(x), x, null);
}

/**
 * `hardSigmoid(x) = min(max(x + 3, 0), 6) / 6`.
 *
 * Keras: `keras.activations.hard_sigmoid`.
 *
 * @example
 * hardSigmoid(tf.tensor1d([-4, 0, 1.5])).arraySync(); // [0, 0.5, 0.75]
 */
export function hardSigmoid(x: tf.Tensor): tf.Tensor {
  return tf.div(tf.relu6(tf.add(x, 3)), 6);
}

/**
 * `logSigmoid(x) = log(1 / (1 + exp(-x)))`, computed as `-softplus(-x)`.
 *
 * Keras: `keras.activations.log_sigmoid`.
 *
 * @example
 * logSigmoid(tf.tensor1d([0])).arraySync(); // [-0.6931]
 */
export function logSigmoid(x: tf.Tensor): tf.Tensor {
  return tf.neg(tf.softplus(tf.neg(x)));
}

/**
 * `sparseSigmoid(x) = min(max((x + 1) / 2, 0), 1)`.
 *
 * Keras: `keras.activations.sparse_sigmoid`.
 *
 * @example
 * sparseSigmoid(tf.tensor1d([-2, 0, 2])).arraySync(); // [0, 0.5, 1]
 */
export function sparseSigmoid(x: tf.Tensor): tf.Tensor {
  return tf.clipByValue(tf.mul(tf.add(x, 1), 0.5), 0, 1);
}
