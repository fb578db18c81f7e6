import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { EPSILON } from './probabilities';
import { asFloat } from './reduce-weighted-values';
import { squeezeOrExpand } from './squeeze-or-expand';

/**
 * `mean((log(1 + yPred) - log(1 + yTrue))²)` over the last axis, with both kept at 1e-7 or above.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.mean_squared_logarithmic_error`.
 *
 * @example
 * meanSquaredLogarithmicError(tf.tensor2d([[0, 1]]), tf.tensor2d([[1, 1]])).arraySync(); // [0.2402]
 */
export function meanSquaredLogarithmicError(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  const logarithm = (x: tf.Tensor) => tf.log(tf.add(tf.maximum(x, EPSILON), 1));
  return tf.mean(tf.squaredDifference(logarithm(prediction), logarithm(target)), -1);
}

/**
 * Mean of the squared differences of the logarithms: what counts is the ratio.
 *
 * Keras class: `keras.losses.MeanSquaredLogarithmicError`.
 *
 * @example
 * new MeanSquaredLogarithmicError().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[1, 1]])).arraySync(); // 0.2402
 */
export class MeanSquaredLogarithmicError extends Loss {
  static readonly className: string = 'MeanSquaredLogarithmicError';

  constructor(options: LossOptions = {}) {
    super(options, [], 'mean_squared_logarithmic_error');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return meanSquaredLogarithmicError(yTrue, yPred);
  }
}
