import { truncatedNormalValues } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { RandomInitializer, type RandomInitializerOptions } from './random-initializer';

export interface TruncatedNormalOptions extends RandomInitializerOptions {
  /** Default 0. */
  mean?: number;
  /** Default 0.05. */
  stddev?: number;
}

/**
 * Draws from a normal distribution; what is beyond two standard deviations is drawn again.
 *
 * Keras class: `keras.initializers.TruncatedNormal`.
 *
 * @example
 * new TruncatedNormal({ stddev: 1, seed: 1 }).initialize([2, 3]).shape; // [2, 3]
 */
export class TruncatedNormal extends RandomInitializer {
  static readonly className: string = 'TruncatedNormal';
  readonly mean: number;
  readonly stddev: number;

  constructor(options: TruncatedNormalOptions = {}) {
    super(options);
    expectKnownOptions('TruncatedNormal', options, ['mean', 'stddev', 'seed']);
    this.mean = options.mean ?? 0;
    this.stddev = options.stddev ?? 0.05;
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    const { mean, stddev, seed } = this;
    return tf.tensor(truncatedNormalValues(tf.util.sizeFromShape(shape), { mean, stddev, seed }), shape, dtype);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), mean: this.mean, stddev: this.stddev };
  }
}
