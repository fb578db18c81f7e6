import * as tf from '@tensorflow/tfjs-core';
import { expectKnownOptions } from '../registry/options';
import { Initializer } from './initializer';

/**
 * All zeros.
 *
 * Keras class: `keras.initializers.Zeros`.
 *
 * @example
 * new Zeros().initialize([2]).arraySync(); // [0, 0]
 */
export class Zeros extends Initializer {
  static readonly className: string = 'Zeros';

  constructor(options: Record<never, never> = {}) {
    super();
    expectKnownOptions('Zeros', options, []);
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    return tf.zeros(shape, dtype);
  }
}
