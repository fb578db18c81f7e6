import type * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';

/**
 * A penalty on a weight, added to the loss.
 *
 * Keras class: `keras.regularizers.Regularizer`.
 *
 * @example
 * class Quartic extends Regularizer {
 *   apply(weight: tf.Tensor) { return tf.sum(tf.pow(weight, 4)); }
 * }
 * new Quartic().apply(tf.tensor1d([1, 2])).arraySync(); // 17
 */
export abstract class Regularizer {
  /** The penalty, a scalar. */
  abstract apply(weight: tf.Tensor): tf.Tensor;

  /** Keras's config of this regularizer. */
  getConfig(): Config {
    return {};
  }
}
