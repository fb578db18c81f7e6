import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { EPSILON } from './probabilities';
import { asFloat } from './reduce-weighted-values';

/**
 * `Σ y·log(y / p)` over the last axis, with both distributions kept in `[1e-7, 1]`.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.kl_divergence`.
 *
 * @example
 * klDivergence(tf.tensor2d([[0.5, 0.5]]), tf.tensor2d([[0.25, 0.75]])).arraySync(); // [0.1438]
 */
export function klDivergence(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const [target, prediction] = [asFloat(yTrue), yPred].map((x) => tf.clipByValue(x, EPSILON, 1)) as [
    tf.Tensor,
    tf.Tensor,
  ];
  return tf.sum(tf.mul(target, tf.log(tf.div(target, prediction))), -1);
}

/**
 * Kullback-Leibler divergence of the predicted distribution from the target.
 *
 * Keras class: `keras.losses.KLDivergence`.
 *
 * @example
 * new KLDivergence().apply(tf.tensor2d([[0.5, 0.5]]), tf.tensor2d([[0.25, 0.75]])).arraySync(); // 0.1438
 */
export class KLDivergence extends Loss {
  static readonly className: string = 'KLDivergence';

  constructor(options: LossOptions = {}) {
    super(options, [], 'kl_divergence');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return klDivergence(yTrue, yPred);
  }
}
