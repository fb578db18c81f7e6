import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, notNegative } from '../registry/options';
import { Regularizer } from './regularizer';

export interface L1L2Options {
  /** Default 0. */
  l1?: number | null;
  /** Default 0. */
  l2?: number | null;
}

/**
 * `l1 · Σ|w| + l2 · Σw²`.
 *
 * Keras class: `keras.regularizers.L1L2`.
 *
 * @example
 * new L1L2({ l1: 0.1, l2: 0.01 }).apply(tf.tensor1d([1, -2])).arraySync(); // 0.35
 */
export class L1L2 extends Regularizer {
  static readonly className: string = 'L1L2';
  readonly l1: number;
  readonly l2: number;

  constructor(options: L1L2Options = {}) {
    super();
    expectKnownOptions('L1L2', options, ['l1', 'l2']);
    this.l1 = options.l1 ?? 0;
    this.l2 = options.l2 ?? 0;
    expectNumber('L1L2', 'l1', this.l1, notNegative);
    expectNumber('L1L2', 'l2', this.l2, notNegative);
  }

  override apply(weight: tf.Tensor): tf.Tensor {
    const terms: tf.Tensor[] = [];
    if (this.l1 !== 0) terms.push(l1Penalty(weight, this.l1));
    if (this.l2 !== 0) terms.push(l2Penalty(weight, this.l2));
    return terms.length === 0 ? tf.scalar(0) : tf.addN(terms);
  }

  override getConfig(): Config {
    return { l1: this.l1, l2: this.l2 };
  }
}

/** `factor · Σ|w|`. */
export function l1Penalty(weight: tf.Tensor, factor: number): tf.Tensor {
  return tf.mul(tf.sum(tf.abs(weight)), factor);
}

/** `factor · Σw²`. */
export function l2Penalty(weight: tf.Tensor, factor: number): tf.Tensor {
  return tf.mul(tf.sum(tf.square(weight)), factor);
}
