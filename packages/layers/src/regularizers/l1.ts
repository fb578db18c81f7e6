import type * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, notNegative } from '../registry/options';
import { l1Penalty } from './l1-l2';
import { Regularizer } from './regularizer';

/**
 * `l1 · Σ|w|`: draws weights to exactly 0.
 *
 * Keras class: `keras.regularizers.L1`. Default: l1 0.01. As in Keras, the factor is held as float32.
 *
 * @example
 * new L1({ l1: 0.1 }).apply(tf.tensor1d([1, -2])).arraySync(); // 0.3
 */
export class L1 extends Regularizer {
  static readonly className: string = 'L1';
  readonly l1: number;

  constructor(options: { l1?: number | null } = {}) {
    super();
    expectKnownOptions('L1', options, ['l1']);
    this.l1 = Math.fround(options.l1 ?? 0.01);
    expectNumber('L1', 'l1', this.l1, notNegative);
  }

  override apply(weight: tf.Tensor): tf.Tensor {
    return l1Penalty(weight, this.l1);
  }

  override getConfig(): Config {
    return { l1: this.l1 };
  }
}
