import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { normalize } from './normalize';
import { asFloat } from './reduce-weighted-values';
import { squeezeOrExpand } from './squeeze-or-expand';

export interface CosineSimilarityOptions extends LossOptions {
  /** The axis of the vectors. Default -1. */
  axis?: number;
}

/**
 * `-Σ (yTrue / ‖yTrue‖)·(yPred / ‖yPred‖)` over an axis: -1 for one direction, 0 for right angles, 1 for opposite.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.cosine_similarity`.
 *
 * @example
 * cosineSimilarity(tf.tensor2d([[1, 0]]), tf.tensor2d([[1, 1]])).arraySync(); // [-0.7071]
 */
export function cosineSimilarity(yTrue: tf.Tensor, yPred: tf.Tensor, { axis = -1 }: { axis?: number } = {}): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  return tf.neg(tf.sum(tf.mul(normalize(target, axis), normalize(prediction, axis)), axis));
}

/**
 * Negative cosine of the angle between target and prediction, to be minimised.
 *
 * Keras class: `keras.losses.CosineSimilarity`. Like Keras's, its config does not hold `axis`.
 *
 * @example
 * new CosineSimilarity().apply(tf.tensor2d([[1, 0]]), tf.tensor2d([[1, 1]])).arraySync(); // -0.7071
 */
export class CosineSimilarity extends Loss {
  static readonly className: string = 'CosineSimilarity';
  readonly axis: number;

  constructor(options: CosineSimilarityOptions = {}) {
    super(options, ['axis'], 'cosine_similarity');
    this.axis = options.axis ?? -1;
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return cosineSimilarity(yTrue, yPred, this);
  }
}
