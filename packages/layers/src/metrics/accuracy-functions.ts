import * as tf from '@tensorflow/tfjs-core';
import { asFloat } from '../losses/reduce-weighted-values';
import { squeezeOrExpand } from '../losses/squeeze-or-expand';

/** 1 where target and prediction are the same number, else 0. Keras: `keras.metrics.accuracy`. */
export function accuracy(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(tf.cast(yTrue, yPred.dtype), yPred);
  return asFloat(tf.equal(target, prediction));
}

/** 1 where `yPred > threshold` agrees with the target of 0 or 1, else 0. Keras: `keras.metrics.binary_accuracy`. */
export function binaryAccuracy(yTrue: tf.Tensor, yPred: tf.Tensor, { threshold = 0.5 } = {}): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(yTrue, yPred);
  return asFloat(tf.equal(asFloat(target), asFloat(tf.greater(prediction, threshold))));
}

/** 1 where the largest target and the largest prediction are of one class. Keras: `keras.metrics.categorical_accuracy`. */
export function categoricalAccuracy(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  return asFloat(tf.equal(tf.argMax(yTrue, -1), tf.argMax(yPred, -1)));
}

/** 1 where the largest prediction is of the labelled class. Keras: `keras.metrics.sparse_categorical_accuracy`. */
export function sparseCategoricalAccuracy(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const hasUnitAxis = yTrue.rank === yPred.rank && yTrue.shape.at(-1) === 1;
  const labels = hasUnitAxis ? tf.squeeze(yTrue, [-1]) : yTrue;
  const matches = asFloat(tf.equal(tf.cast(labels, 'int32'), tf.argMax(yPred, -1)));
  // A last axis of one step counts as none, with or without the labels' own unit axis.
  return matches.rank > 1 && matches.shape.at(-1) === 1 ? tf.squeeze(matches, [-1]) : matches;
}

/** 1 where fewer than `k` predictions are above that of the labelled class. Keras: `keras.metrics.sparse_top_k_categorical_accuracy`. */
export function sparseTopKCategoricalAccuracy(
  yTrue: tf.Tensor,
  yPred: tf.Tensor,
  { k = 5, fromSortedIds = false } = {},
): tf.Tensor {
  const classes = yPred.shape.at(-1) ?? 1;
  const rows = tf.reshape(yPred, [-1, classes]);
  const labels = tf.reshape(yTrue, [-1]);
  const matches = fromSortedIds ? amongFirst(labels, rows, k) : inTopK(labels, rows, k);
  return yTrue.rank > 1 ? tf.reshape(matches, yTrue.shape) : matches;
}

/** The same with one-hot targets. Keras: `keras.metrics.top_k_categorical_accuracy`. */
export function topKCategoricalAccuracy(yTrue: tf.Tensor, yPred: tf.Tensor, { k = 5 } = {}): tf.Tensor {
  return sparseTopKCategoricalAccuracy(tf.argMax(yTrue, -1), yPred, { k });
}

function inTopK(labels: tf.Tensor, rows: tf.Tensor, k: number): tf.Tensor {
  const chosen = tf.oneHot(tf.cast(labels, 'int32'), rows.shape.at(-1) ?? 1, 1, 0, 'float32');
  const score = tf.sum(tf.mul(chosen, rows), -1, true);
  const above = tf.sum(asFloat(tf.greater(rows, score)), -1);
  return asFloat(tf.logicalAnd(tf.less(above, k), tf.isFinite(tf.squeeze(score, [-1]))));
}

function amongFirst(labels: tf.Tensor, sortedIds: tf.Tensor, k: number): tf.Tensor {
  const first = tf.slice(sortedIds, [0, 0], [-1, Math.min(k, sortedIds.shape[1] ?? k)]);
  return asFloat(tf.any(tf.equal(tf.expandDims(tf.cast(labels, sortedIds.dtype), 1), first), 1));
}
