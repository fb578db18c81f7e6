import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, notNegative } from '../registry/options';
import { Constraint } from './constraint';
import { type NormAxis, normsOf, withNorms } from './norms';

export interface MaxNormOptions {
  /** Default 2. */
  maxValue?: number;
  /** The axis or axes of a unit's incoming weights. Default 0. */
  axis?: NormAxis;
}

/**
 * `w · min(‖w‖, maxValue) / (1e-7 + ‖w‖)`: no unit's incoming weights are longer than `maxValue`.
 *
 * Keras class: `keras.constraints.MaxNorm`.
 *
 * @example
 * new MaxNorm({ maxValue: 2.5 }).apply(tf.tensor2d([[3], [4]])).arraySync(); // [[1.5], [2]]
 */
export class MaxNorm extends Constraint {
  static readonly className: string = 'MaxNorm';
  readonly maxValue: number;
  readonly axis: NormAxis;

  constructor(options: MaxNormOptions = {}) {
    super();
    expectKnownOptions('MaxNorm', options, ['maxValue', 'axis']);
    this.maxValue = options.maxValue ?? 2;
    this.axis = options.axis ?? 0;
    expectNumber('MaxNorm', 'maxValue', this.maxValue, notNegative);
  }

  override apply(weight: tf.Tensor): tf.Tensor {
    const norms = normsOf(weight, this.axis);
    return withNorms(weight, norms, tf.clipByValue(norms, 0, this.maxValue));
  }

  override getConfig(): Config {
    return { max_value: this.maxValue, axis: this.axis };
  }
}
