import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { asFloat } from './reduce-weighted-values';
import { signedLabels } from './signed-labels';
import { squeezeOrExpand } from './squeeze-or-expand';

/**
 * `mean(max(1 - y·yPred, 0))` over the last axis, with targets -1 and 1, or 0 and 1 which are read as -1 and 1.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.hinge`.
 *
 * @example
 * hinge(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]])).arraySync(); // [1]
 */
export function hinge(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const [target, prediction] = squeezeOrExpand(asFloat(yTrue), yPred);
  return tf.mean(tf.relu(tf.sub(1, tf.mul(signedLabels(target), prediction))), -1);
}

/**
 * Hinge loss of maximum-margin classifiers.
 *
 * Keras class: `keras.losses.Hinge`.
 *
 * @example
 * new Hinge().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.5, 0.5]])).arraySync(); // 1
 */
export class Hinge extends Loss {
  static readonly className: string = 'Hinge';

  constructor(options: LossOptions = {}) {
    super(options, [], 'hinge');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return hinge(yTrue, yPred);
  }
}
