import { randomNormalValues } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { RandomInitializer, type RandomInitializerOptions } from './random-initializer';

export interface RandomNormalOptions extends RandomInitializerOptions {
  /** Default 0. */
  mean?: number;
  /** Default 0.05. */
  stddev?: number;
}

/**
 * Draws from a normal distribution.
 *
 * Keras class: `keras.initializers.RandomNormal`.
 *
 * @example
 * new RandomNormal({ stddev: 1, seed: 1 }).initialize([2, 3]).shape; // [2, 3]
 */
export class RandomNormal extends RandomInitializer {
  static readonly className: string = 'RandomNormal';
  readonly mean: number;
  readonly stddev: number;

  constructor(options: RandomNormalOptions = {}) {
    super(options);
    expectKnownOptions('RandomNormal', options, ['mean', 'stddev', 'seed']);
    this.mean = options.mean ?? 0;
    this.stddev = options.stddev ?? 0.05;
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    const { mean, stddev, seed } = this;
    return tf.tensor(randomNormalValues(tf.util.sizeFromShape(shape), { mean, stddev, seed }), shape, dtype);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), mean: this.mean, stddev: this.stddev };
  }
}
