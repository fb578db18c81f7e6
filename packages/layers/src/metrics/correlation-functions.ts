import * as tf from '@tensorflow/tfjs-core';
import { EPSILON } from '../losses/probabilities';
import { asFloat } from '../losses/reduce-weighted-values';
import { squeezeOrExpand } from '../losses/squeeze-or-expand';

/** `mean((y - ȳ)·(p - p̄)) / (std(y)·std(p))` over an axis. Keras: `keras.metrics.pearson_correlation`. */
export function pearsonCorrelation(yTrue: tf.Tensor, yPred: tf.Tensor, { axis = -1 } = {}): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), asFloat(yPred));
  return tf.mean(tf.mul(standardized(target, axis), standardized(prediction, axis)), axis);
}

function standardized(x: tf.Tensor, axis: number): tf.Tensor {
  const centered = tf.sub(x, tf.mean(x, axis, true));
  return tf.div(centered, tf.sqrt(tf.mean(tf.square(centered), axis, true)));
}

/** `mean(2·(y - p̄)·(p - p̄)) / (var(y) + var(p) + (ȳ - p̄)² + 1e-7)` over an axis. Keras: `keras.metrics.concordance_correlation`. */
export function concordanceCorrelation(yTrue: tf.Tensor, yPred: tf.Tensor, { axis = -1 } = {}): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), asFloat(yPred));
  const y = tf.moments(target, axis, true);
  const p = tf.moments(prediction, axis, true);
  const covariance = tf.mul(tf.sub(target, p.mean), tf.sub(prediction, p.mean));
  const norm = tf.add(tf.add(y.variance, p.variance), tf.squaredDifference(y.mean, p.mean));
  return tf.mean(tf.div(tf.mul(covariance, 2), tf.add(norm, EPSILON)), axis);
}
