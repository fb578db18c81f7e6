import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { expectKnownOptions } from '../registry/options';
import { Initializer } from './initializer';

/**
 * `gain` on the diagonal of a matrix and 0 elsewhere.
 *
 * Rank 2 only. Keras class: `keras.initializers.Identity`. Default gain 1; like Keras's, its config does not hold it.
 *
 * @example
 * new Identity().initialize([2, 2]).arraySync(); // [[1, 0], [0, 1]]
 */
export class Identity extends Initializer {
  static readonly className: string = 'Identity';
  readonly gain: number;

  constructor(options: { gain?: number } = {}) {
    super();
    expectKnownOptions('Identity', options, ['gain']);
    this.gain = options.gain ?? 1;
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    const [rows, columns] = shape;
    if (shape.length !== 2 || rows === undefined || columns === undefined) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: 'Identity',
        expected: 'a shape of rank 2',
        received: shape,
        remedy: 'Use it for the kernels of Dense layers.',
      });
    }
    return tf.tidy(() => tf.cast(tf.mul(tf.eye(rows, columns), this.gain), dtype));
  }
}
