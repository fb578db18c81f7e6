import * as tf from '@tensorflow/tfjs-core';
import { expectWeightsFit } from '../losses/expect-weights-fit';
import { applyMask, asFloat } from '../losses/reduce-weighted-values';
import { squeezeOrExpand } from '../losses/squeeze-or-expand';
import type { MetricArguments } from './metric';

/**
 * Brings values of any rank to one weighted value per sample, and the weights to one per sample.
 *
 * Axes a weight does not have are reduced first, by sum or by mean. Keras: `reduce_to_samplewise_values`.
 */
export function samplewise(
  values: tf.Tensor,
  { sampleWeight, mask }: MetricArguments,
  reduce: (values: tf.Tensor, axes: number[]) => tf.Tensor,
): { values: tf.Tensor; weights: tf.Tensor | null } {
  let weighted = asFloat(values);
  let weights = applyMask(sampleWeight ?? null, mask ?? null, 'sum');
  if (weights) {
    [weighted, weights] = squeezeOrExpand(weighted, weights);
    const rank = weights.rank;
    if (weighted.rank > rank) weighted = reduce(weighted, axesFrom(rank, weighted.rank));
    expectWeightsFit('Metric', weights, weighted);
    if (!tf.util.arraysEqual(weights.shape, weighted.shape)) weights = tf.broadcastTo(weights, weighted.shape);
    weighted = tf.mul(weighted, weights);
    if (rank > 1) weights = reduce(weights, axesFrom(1, rank));
  }
  if (weighted.rank > 1) weighted = reduce(weighted, axesFrom(1, weighted.rank));
  return { values: weighted, weights };
}

function axesFrom(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
