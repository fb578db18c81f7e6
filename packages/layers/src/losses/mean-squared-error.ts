import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { asFloat } from './reduce-weighted-values';
import { squeezeOrExpand } from './squeeze-or-expand';

/**
 * `mean((yPred - yTrue)²)` over the last axis.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.mean_squared_error`.
 *
 * @example
 * meanSquaredError(tf.tensor2d([[0, 1], [0, 0]]), tf.tensor2d([[1, 1], [1, 0]])).arraySync(); // [0.5, 0.5]
 */
export function meanSquaredError(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  return tf.mean(tf.squaredDifference(prediction, target), -1);
}

/**
 * Mean of the squared errors, `mean((yPred - yTrue)²)`.
 *
 * Keras class: `keras.losses.MeanSquaredError`.
 *
 * @example
 * new MeanSquaredError().apply(tf.tensor2d([[0, 1], [0, 0]]), tf.tensor2d([[1, 1], [1, 0]])).arraySync(); // 0.5
 */
export class MeanSquaredError extends Loss {
  static readonly className: string = 'MeanSquaredError';

  constructor(options: LossOptions = {}) {
    super(options, [], 'mean_squared_error');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return meanSquaredError(yTrue, yPred);
  }
}
