import * as tf from '@tensorflow/tfjs-core';
import { expectKnownOptions } from '../registry/options';
import { Initializer } from './initializer';

/**
 * All ones.
 *
 * Keras class: `keras.initializers.Ones`.
 *
 * @example
 * new Ones().initialize([2]).arraySync(); // [1, 1]
 */
export class Ones extends Initializer {
  static readonly className: string = 'Ones';

  constructor(options: Record<never, never> = {}) {
    super();
    expectKnownOptions('Ones', options, []);
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    return tf.ones(shape, dtype);
  }
}
