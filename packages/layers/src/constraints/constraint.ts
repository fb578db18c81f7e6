import type * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';

/**
 * Brings a weight back into what is allowed, after each step.
 *
 * Keras class: `keras.constraints.Constraint`.
 *
 * @example
 * class AtMostOne extends Constraint {
 *   apply(weight: tf.Tensor) { return tf.minimum(weight, 1); }
 * }
 * new AtMostOne().apply(tf.tensor1d([0.5, 2])).arraySync(); // [0.5, 1]
 */
export abstract class Constraint {
  /** The allowed weight nearest to this one. */
  abstract apply(weight: tf.Tensor): tf.Tensor;

  /** Keras's config of this constraint. */
  getConfig(): Config {
    return {};
  }
}
