import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { asFloat } from './reduce-weighted-values';
import { signedLabels } from './signed-labels';
import { squeezeOrExpand } from './squeeze-or-expand';

/**
 * `mean(max(1 - y·yPred, 0)²)` over the last axis, with targets -1 and 1, or 0 and 1 which are read as -1 and 1.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.squared_hinge`.
 *
 * @example
 * squaredHinge(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]])).arraySync(); // [1.25]
 */
export function squaredHinge(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  return tf.mean(tf.square(tf.relu(tf.sub(1, tf.mul(signedLabels(target), prediction)))), -1);
}

/**
 * Square of the hinge loss.
 *
 * Keras class: `keras.losses.SquaredHinge`.
 *
 * @example
 * new SquaredHinge().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]])).arraySync(); // 1.25
 */
export class SquaredHinge extends Loss {
  static readonly className: string = 'SquaredHinge';

  constructor(options: LossOptions = {}) {
    super(options, [], 'squared_hinge');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return squaredHinge(yTrue, yPred);
  }
}
