import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { Constraint } from './constraint';
import { type NormAxis, normsOf, withNorms } from './norms';

export interface MinMaxNormOptions {
  /** Default 0. */
  minValue?: number;
  /** Default 1. */
  maxValue?: number;
  /** How much of the way is gone in each step, 0 to 1. Default 1. */
  rate?: number;
  /** The axis or axes of a unit's incoming weights. Default 0. */
  axis?: NormAxis;
}

/**
 * `w · (rate · clip(‖w‖, minValue, maxValue) + (1 - rate) · ‖w‖) / (1e-7 + ‖w‖)`.
 *
 * Keras class: `keras.constraints.MinMaxNorm`.
 *
 * @example
 * new MinMaxNorm({ maxValue: 2.5 }).apply(tf.tensor2d([[3], [4]])).arraySync(); // [[1.5], [2]]
 */
export class MinMaxNorm extends Constraint {
  static readonly className: string = 'MinMaxNorm';
  readonly minValue: number;
  readonly maxValue: number;
  readonly rate: number;
  readonly axis: NormAxis;

  constructor(options: MinMaxNormOptions = {}) {
    super();
    expectKnownOptions('MinMaxNorm', options, ['minValue', 'maxValue', 'rate', 'axis']);
    this.minValue = options.minValue ?? 0;
    this.maxValue = options.maxValue ?? 1;
    this.rate = options.rate ?? 1;
    this.axis = options.axis ?? 0;
    if (this.minValue <= this.maxValue) return;
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'MinMaxNorm',
      expected: '`minValue` must not be above `maxValue`',
      received: { minValue: this.minValue, maxValue: this.maxValue },
      remedy: 'Exchange them.',
    });
  }

  override apply(weight: tf.Tensor): tf.Tensor {
    const norms = normsOf(weight, this.axis);
    const within = tf.clipByValue(norms, this.minValue, this.maxValue);
    const desired = tf.add(tf.mul(within, this.rate), tf.mul(norms, 1 - this.rate));
    return withNorms(weight, norms, desired);
  }

  override getConfig(): Config {
    return { min_value: this.minValue, max_value: this.maxValue, rate: this.rate, axis: this.axis };
  }
}
