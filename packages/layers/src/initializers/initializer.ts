import type * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';

/**
 * Makes the first value of a weight.
 *
 * Keras class: `keras.initializers.Initializer`.
 *
 * @example
 * class Counting extends Initializer {
 *   initialize(shape: number[]) { return tf.reshape(tf.range(0, tf.util.sizeFromShape(shape)), shape); }
 * }
 * new Counting().initialize([2, 2]).arraySync(); // [[0, 1], [2, 3]]
 */
export abstract class Initializer {
  /** A tensor of the shape; the caller owns it. */
  abstract initialize(shape: number[], dtype?: tf.DataType): tf.Tensor;

  /** Keras's config of this initializer. */
  getConfig(): Config {
    return {};
  }
}
