import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { asFloat } from './reduce-weighted-values';
import { squeezeOrExpand } from './squeeze-or-expand';

/**
 * `mean(|yTrue - yPred|)` over the last axis.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.mean_absolute_error`.
 *
 * @example
 * meanAbsoluteError(tf.tensor2d([[0, 1], [0, 0]]), tf.tensor2d([[1, 1], [3, 0]])).arraySync(); // [0.5, 1.5]
 */
export function meanAbsoluteError(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  return tf.mean(tf.abs(tf.sub(target, prediction)), -1);
}

/**
 * Mean of the absolute errors, `mean(|yTrue - yPred|)`.
 *
 * Keras class: `keras.losses.MeanAbsoluteError`.
 *
 * @example
 * new MeanAbsoluteError().apply(tf.tensor2d([[0, 1], [0, 0]]), tf.tensor2d([[1, 1], [3, 0]])).arraySync(); // 1
 */
export class MeanAbsoluteError extends Loss {
  static readonly className: string = 'MeanAbsoluteError';

  constructor(options: LossOptions = {}) {
    super(options, [], 'mean_absolute_error');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return meanAbsoluteError(yTrue, yPred);
  }
}
