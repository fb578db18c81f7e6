import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { Constraint } from './constraint';
import { type NormAxis, normsOf } from './norms';

export interface UnitNormOptions {
  /** The axis or axes of a unit's incoming weights. Default 0. */
  axis?: NormAxis;
}

/**
 * `w / (1e-7 + ‖w‖)`: each unit's incoming weights have length 1.
 *
 * Keras class: `keras.constraints.UnitNorm`.
 *
 * @example
 * new UnitNorm().apply(tf.tensor2d([[3], [4]])).arraySync(); // [[0.6], [0.8]]
 */
export class UnitNorm extends Constraint {
  static readonly className: string = 'UnitNorm';
  readonly axis: NormAxis;

  constructor(options: UnitNormOptions = {}) {
    super();
    expectKnownOptions('UnitNorm', options, ['axis']);
    this.axis = options.axis ?? 0;
  }

  override apply(weight: tf.Tensor): tf.Tensor {
    return tf.div(weight, tf.add(normsOf(weight, this.axis), 1e-7));
  }

  override getConfig(): Config {
    return { axis: this.axis };
  }
}
