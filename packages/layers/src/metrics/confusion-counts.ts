import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { asFloat } from '../losses/reduce-weighted-values';
import { squeezeOrExpand } from '../losses/squeeze-or-expand';
import { BELOW_ALL } from './thresholds';

export interface ConfusionOptions {
  thresholds: readonly number[];
  /** Whether the thresholds are evenly spread from 0 to 1 (their ends may lie just outside). */
  even: boolean;
  sampleWeight?: tf.Tensor | null;
  /** A weight per label, `[labels]`. */
  labelWeights?: tf.Tensor | null;
  /** Only the largest predictions of a sample count as positive. */
  topK?: number | null;
  /** Only this class is looked at. */
  classId?: number | null;
  /** Whether each label is counted on its own. */
  multiLabel?: boolean;
}

/** Weighted counts for each threshold, `[thresholds]`, or with `multiLabel` `[thresholds, labels]`. */
export interface ConfusionCounts {
  truePositives: tf.Tensor;
  falsePositives: tf.Tensor;
  trueNegatives: tf.Tensor;
  falseNegatives: tf.Tensor;
}

/**
 * Counts how predictions above each threshold agree with targets of 0 and 1.
 *
 * A prediction is positive where it is greater than the threshold. For even thresholds that is told from the bucket
 * `⌈p·(n - 1)⌉ - 1` it falls in, as Keras does. Keras: `update_confusion_matrix_variables`.
 */
export function confusionCounts(yTrue: tf.Tensor, yPred: tf.Tensor, options: ConfusionOptions): ConfusionCounts {
  const { topK = null, classId = null, multiLabel = false } = options;
  let [predictions, targets] = squeezeOrExpand(asFloat(yPred), asFloat(yTrue));
  const weights = weightsOf(targets, options);
  if (topK !== null) predictions = onlyTopK(predictions, topK);
  if (classId !== null) {
    targets = onlyClass(targets, classId);
    predictions = onlyClass(predictions, classId);
  }
  const labels = multiLabel ? predictions.shape.at(-1)! : 1;
  const columns = (tensor: tf.Tensor) => tf.reshape(tensor, [-1, labels]);
  let trues = columns(asFloat(tf.notEqual(targets, 0)));
  let falses = tf.sub(1, trues);
  if (weights) {
    const weight = columns(tf.broadcastTo(weights, predictions.shape));
    trues = tf.mul(trues, weight);
    falses = tf.mul(falses, weight);
  }
  const above = isAbove(columns(predictions), options);
  const sumOver = (values: tf.Tensor) => tf.transpose(tf.sum(tf.mul(tf.expandDims(values, -1), above), 0));
  const shaped = (counts: tf.Tensor) => (multiLabel ? counts : tf.squeeze(counts, [1]));
  const truePositives = sumOver(trues);
  const falsePositives = sumOver(falses);
  return {
    truePositives: shaped(truePositives),
    falsePositives: shaped(falsePositives),
    trueNegatives: shaped(tf.sub(tf.sum(falses, 0), falsePositives)),
    falseNegatives: shaped(tf.sub(tf.sum(trues, 0), truePositives)),
  };
}

/** 1 where a prediction is above a threshold: `[samples, labels]` to `[samples, labels, thresholds]`. */
function isAbove(predictions: tf.Tensor, { thresholds, even }: ConfusionOptions): tf.Tensor {
  if (!even) return asFloat(tf.greater(tf.expandDims(predictions, -1), tf.tensor1d([...thresholds])));
  const scaled = tf.mul(tf.clipByValue(predictions, 0, 1), thresholds.length - 1);
  let bucket = tf.sub(tf.ceil(scaled), 1);
  // With ends just outside 0 and 1 every prediction is above the first threshold.
  if (thresholds[0]! < 0 || thresholds.at(-1)! > 1) bucket = tf.relu(bucket);
  return asFloat(tf.greaterEqual(tf.expandDims(bucket, -1), tf.range(0, thresholds.length, 1, 'float32')));
}

function weightsOf(targets: tf.Tensor, { sampleWeight, labelWeights }: ConfusionOptions): tf.Tensor | null {
  let weights: tf.Tensor | null = null;
  if (sampleWeight) {
    const expanded = tf.expandDims(asFloat(sampleWeight), -1);
    [, weights] = squeezeOrExpand(targets, expanded, { expandVectors: false });
  }
  if (!labelWeights) return weights;
  const perLabel = tf.expandDims(labelWeights, 0);
  return weights ? tf.mul(weights, perLabel) : perLabel;
}

function onlyTopK(predictions: tf.Tensor, k: number): tf.Tensor {
  const { indices } = tf.topk(predictions, k);
  const kept = tf.sum(tf.oneHot(indices as tf.Tensor1D, predictions.shape.at(-1)!, 1, 0, 'float32'), -2);
  return tf.add(tf.mul(predictions, kept), tf.mul(tf.sub(1, kept), BELOW_ALL));
}

function onlyClass(tensor: tf.Tensor, classId: number): tf.Tensor {
  if (tensor.rank < 2) {
    throw new TenlabError({
      code: 'invalid-shape',
      place: 'classId',
      expected: 'predictions of shape [batch, classes] where `classId` is given',
      received: tensor.shape,
      remedy: 'Leave `classId` out, or give one prediction per class.',
    });
  }
  const begin = [...new Array<number>(tensor.rank - 1).fill(0), classId];
  const size = [...new Array<number>(tensor.rank - 1).fill(-1), 1];
  return tf.slice(tensor, begin, size);
}
