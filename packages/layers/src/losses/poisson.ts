import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { EPSILON } from './probabilities';
import { asFloat } from './reduce-weighted-values';

/**
 * `mean(yPred - yTrue·log(yPred + 1e-7))` over the last axis.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.poisson`.
 *
 * @example
 * poisson(tf.tensor2d([[1, 2]]), tf.tensor2d([[1, 2]])).arraySync(); // [0.8069]
 */
export function poisson(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  return tf.mean(tf.sub(yPred, tf.mul(asFloat(yTrue), tf.log(tf.add(yPred, EPSILON)))), -1);
}

/**
 * Negative log-likelihood of counts under a Poisson law, without the term that does not depend on the prediction.
 *
 * Keras class: `keras.losses.Poisson`.
 *
 * @example
 * new Poisson().apply(tf.tensor2d([[1, 2]]), tf.tensor2d([[1, 2]])).arraySync(); // 0.8069
 */
export class Poisson extends Loss {
  static readonly className: string = 'Poisson';

  constructor(options: LossOptions = {}) {
    super(options, [], 'poisson');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return poisson(yTrue, yPred);
  }
}
