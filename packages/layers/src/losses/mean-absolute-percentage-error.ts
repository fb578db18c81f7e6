import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { EPSILON } from './probabilities';
import { asFloat } from './reduce-weighted-values';
import { squeezeOrExpand } from './squeeze-or-expand';

/**
 * `100 · mean(|yTrue - yPred| / max(|yTrue|, 1e-7))` over the last axis.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.mean_absolute_percentage_error`.
 *
 * @example
 * meanAbsolutePercentageError(tf.tensor2d([[2, 4]]), tf.tensor2d([[1, 5]])).arraySync(); // [37.5]
 */
export function meanAbsolutePercentageError(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  const scale = tf.maximum(tf.abs(target), EPSILON);
  return tf.mul(tf.mean(tf.abs(tf.div(tf.sub(target, prediction), scale)), -1), 100);
}

/**
 * Mean of the absolute errors in percent of the targets.
 *
 * Keras class: `keras.losses.MeanAbsolutePercentageError`.
 *
 * @example
 * new MeanAbsolutePercentageError().apply(tf.tensor2d([[2, 4]]), tf.tensor2d([[1, 5]])).arraySync(); // 37.5
 */
export class MeanAbsolutePercentageError extends Loss {
  static readonly className: string = 'MeanAbsolutePercentageError';

  constructor(options: LossOptions = {}) {
    super(options, [], 'mean_absolute_percentage_error');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return meanAbsolutePercentageError(yTrue, yPred);
  }
}
