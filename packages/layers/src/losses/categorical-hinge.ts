import * as tf from '@tensorflow/tfjs-core';
import { Loss, type LossOptions } from './loss';
import { asFloat } from './reduce-weighted-values';

/**
 * `max(1 + neg - pos, 0)` with `pos = Σ yTrue·yPred` and `neg = max((1 - yTrue)·yPred)` over the classes.
 *
 * Shapes: `[..., d]` and `[..., d]` to `[...]`. Keras: `keras.losses.categorical_hinge`.
 *
 * @example
 * categoricalHinge(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.6, 0.4]])).arraySync(); // [1.2]
 */
export function categoricalHinge(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  const target = asFloat(yTrue);
  const positive = tf.sum(tf.mul(target, yPred), -1);
  const negative = tf.max(tf.mul(tf.sub(1, target), yPred), -1);
  return tf.relu(tf.add(tf.sub(negative, positive), 1));
}

/**
 * Hinge loss between the right class and the best of the wrong ones.
 *
 * Keras class: `keras.losses.CategoricalHinge`.
 *
 * @example
 * new CategoricalHinge().apply(tf.tensor2d([[0, 1]]), tf.tensor2d([[0.6, 0.4]])).arraySync(); // 1.2
 */
export class CategoricalHinge extends Loss {
  static readonly className: string = 'CategoricalHinge';

  constructor(options: LossOptions = {}) {
    super(options, [], 'categorical_hinge');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return categoricalHinge(yTrue, yPred);
  }
}
