import type * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, notNegative } from '../registry/options';
import { l2Penalty } from './l1-l2';
import { Regularizer } from './regularizer';

/**
 * `l2 · Σw²`: keeps weights small. (Not the half of it: its gradient is `2 · l2 · w`.)
 *
 * Keras class: `keras.regularizers.L2`. Default: l2 0.01.
 *
 * @example
 * new L2({ l2: 0.1 }).apply(tf.tensor1d([1, -2])).arraySync(); // 0.5
 */
export class L2 extends Regularizer {
  static readonly className: string = 'L2';
  readonly l2: number;

  constructor(options: { l2?: number | null } = {}) {
    super();
    expectKnownOptions('L2', options, ['l2']);
    this.l2 = options.l2 ?? 0.01;
    expectNumber('L2', 'l2', this.l2, notNegative);
  }

  override apply(weight: tf.Tensor): tf.Tensor {
    return l2Penalty(weight, this.l2);
  }

  override getConfig(): Config {
    return { l2: this.l2 };
  }
}
