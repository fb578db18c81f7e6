import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { Initializer } from './initializer';

/**
 * One value everywhere.
 *
 * Keras class: `keras.initializers.Constant`. Default: 0.
 *
 * @example
 * new Constant({ value: 3 }).initialize([2]).arraySync(); // [3, 3]
 */
export class Constant extends Initializer {
  static readonly className: string = 'Constant';
  readonly value: number;

  constructor(options: { value?: number } = {}) {
    super();
    expectKnownOptions('Constant', options, ['value']);
    this.value = options.value ?? 0;
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    return tf.tidy(() => tf.cast(tf.fill(shape, this.value), dtype));
  }

  override getConfig(): Config {
    return { value: this.value };
  }
}
