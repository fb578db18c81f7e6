import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { normalize } from '../losses/normalize';
import type { Config } from '../registry/config';
import { expectKnownOptions, expectNumber, notNegative } from '../registry/options';
import { Regularizer } from './regularizer';

export interface OrthogonalRegularizerOptions {
  /** Default 0.01. */
  factor?: number;
  /** Which vectors are to be at right angles. Default `rows`. */
  mode?: 'rows' | 'columns';
}

/**
 * `factor · Σ|cos(wᵢ, wⱼ)| / pairs` over all pairs of rows (or columns): draws them to right angles.
 *
 * Weights of rank 2 only. Keras class: `keras.regularizers.OrthogonalRegularizer`.
 *
 * @example
 * new OrthogonalRegularizer({ factor: 1 }).apply(tf.tensor2d([[1, 0], [1, 1]])).arraySync(); // 0.7071
 */
export class OrthogonalRegularizer extends Regularizer {
  static readonly className: string = 'OrthogonalRegularizer';
  readonly factor: number;
  readonly mode: 'rows' | 'columns';

  constructor(options: OrthogonalRegularizerOptions = {}) {
    super();
    expectKnownOptions('OrthogonalRegularizer', options, ['factor', 'mode']);
    this.factor = Math.fround(options.factor ?? 0.01);
    this.mode = options.mode ?? 'rows';
    expectNumber('OrthogonalRegularizer', 'factor', this.factor, notNegative);
    if (this.mode === 'rows' || this.mode === 'columns') return;
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'OrthogonalRegularizer',
      expected: "`mode` must be 'rows' or 'columns'",
      received: this.mode,
      remedy: "Leave it out for 'rows'.",
    });
  }

  override apply(weight: tf.Tensor): tf.Tensor {
    if (weight.rank !== 2) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: 'OrthogonalRegularizer',
        expected: 'a weight of rank 2',
        received: weight.shape,
        remedy: 'Use it on the kernels of Dense layers.',
      });
    }
    const byRows = this.mode === 'rows';
    const unit = normalize(weight, byRows ? 1 : 0);
    const cosines = tf.matMul(unit, unit, !byRows, byRows);
    const size = cosines.shape[0] ?? 1;
    const others = tf.mul(cosines, tf.sub(1, tf.eye(size)));
    const pairs = (size * (size - 1)) / 2;
    return tf.mul(tf.sum(tf.abs(others)), (this.factor * 0.5) / pairs);
  }

  override getConfig(): Config {
    return { factor: this.factor, mode: this.mode };
  }
}
