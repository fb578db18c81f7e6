import { randomUniformValues } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { RandomInitializer, type RandomInitializerOptions } from './random-initializer';

export interface RandomUniformOptions extends RandomInitializerOptions {
  /** Default -0.05. */
  minval?: number;
  /** Default 0.05. */
  maxval?: number;
}

/**
 * Uniform draws from `[minval, maxval)`.
 *
 * Keras class: `keras.initializers.RandomUniform`.
 *
 * @example
 * new RandomUniform({ minval: 0, maxval: 1, seed: 1 }).initialize([2, 3]).shape; // [2, 3]
 */
export class RandomUniform extends RandomInitializer {
  static readonly className: string = 'RandomUniform';
  readonly minval: number;
  readonly maxval: number;

  constructor(options: RandomUniformOptions = {}) {
    super(options);
    expectKnownOptions('RandomUniform', options, ['minval', 'maxval', 'seed']);
    this.minval = options.minval ?? -0.05;
    this.maxval = options.maxval ?? 0.05;
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    const { minval: minValue, maxval: maxValue, seed } = this;
    return tf.tensor(randomUniformValues(tf.util.sizeFromShape(shape), { minValue, maxValue, seed }), shape, dtype);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), minval: this.minval, maxval: this.maxval };
  }
}
