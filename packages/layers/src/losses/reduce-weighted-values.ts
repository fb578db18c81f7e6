import * as tf from '@tensorflow/tfjs-core';
import { withoutGradient } from '../activations/with-gradient';
import { expectWeightsFit } from './expect-weights-fit';
import { squeezeOrExpand } from './squeeze-or-expand';

/** How a loss per sample becomes one number. `null` and `none` keep one value per sample. */
export type Reduction = 'sum_over_batch_size' | 'mean' | 'sum' | 'mean_with_sample_weight' | 'none' | null;

export const REDUCTIONS: readonly Reduction[] = [
  'sum_over_batch_size',
  'mean',
  'sum',
  'mean_with_sample_weight',
  'none',
  null,
];

/**
 * Weighs the values and reduces them.
 *
 * With weights `w` and values `v`: `sum` is `Σ w·v`; `sum_over_batch_size` and `mean` are `Σ w·v / n`;
 * `mean_with_sample_weight` is `Σ w·v / Σ w`. A mask is a further weight; for the means it is scaled by
 * `n / (number kept)`, so that what is masked out does not count.
 * Keras: `reduce_weighted_values`.
 */
export function reduceWeightedValues(
  values: tf.Tensor,
  options: { sampleWeight?: tf.Tensor | null; mask?: tf.Tensor | null; reduction: Reduction; place?: string },
): tf.Tensor {
  const { sampleWeight = null, mask = null, reduction, place = 'Loss' } = options;
  let weight = applyMask(sampleWeight, mask, reduction);
  let weighted = values;
  if (weight) {
    [weighted, weight] = squeezeOrExpand(values, weight);
    expectWeightsFit(place, weight, weighted);
    weighted = tf.mul(weighted, weight);
  }
  if (reduction === null || reduction === 'none' || weighted.rank === 0 || weighted.size === 0) return weighted;
  if (reduction === 'sum') return tf.sum(weighted);
  if (reduction === 'mean_with_sample_weight' && weight) {
    // tfjs cannot differentiate `divNoNan`; the weights count as constants anyway.
    const inverse = withoutGradient(weight, (values) => tf.divNoNan(1, tf.sum(values)));
    return tf.mul(tf.sum(weighted), inverse);
  }
  return tf.mean(weighted);
}

/** The sample weight with the mask multiplied in, or null when there is neither. */
export function applyMask(
  sampleWeight: tf.Tensor | null,
  mask: tf.Tensor | null,
  reduction: Reduction,
): tf.Tensor | null {
  const weight = sampleWeight && asFloat(sampleWeight);
  if (!mask) return weight;
  let kept = asFloat(mask);
  if (reduction === 'mean' || reduction === 'sum_over_batch_size') {
    // A loss may make the mask out of its own values; the mask still counts as a constant.
    kept = withoutGradient(kept, (values) => tf.mul(values, tf.divNoNan(values.size, tf.sum(values))));
  }
  if (!weight) return kept;
  const [left, right] = squeezeOrExpand(kept, weight);
  return tf.mul(left, right);
}

/** Reads a tensor as float32; a float stays what it is. */
export function asFloat(tensor: tf.Tensor): tf.Tensor {
  return tensor.dtype === 'float32' ? tensor : tf.cast(tensor, 'float32');
}
