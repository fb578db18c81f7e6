import * as tf from '@tensorflow/tfjs-core';
import { expectKnownOptions } from '../registry/options';
import { Constraint } from './constraint';

/**
 * `max(w, 0)`: no weight below 0.
 *
 * Keras class: `keras.constraints.NonNeg`.
 *
 * @example
 * new NonNeg().apply(tf.tensor1d([-1, 2])).arraySync(); // [0, 2]
 */
export class NonNeg extends Constraint {
  static readonly className: string = 'NonNeg';

  constructor(options: Record<never, never> = {}) {
    super();
    expectKnownOptions('NonNeg', options, []);
  }

  override apply(weight: tf.Tensor): tf.Tensor {
    return tf.maximum(weight, 0);
  }
}
