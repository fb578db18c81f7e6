import * as tf from '@tensorflow/tfjs-core';
import { BaseMerge } from './base-merge';

/**
 * Adds inputs, element by element: `x + y + …`.
 *
 * Shapes: equal ones, or axes of length 1 where they differ. Throws on others.
 * Keras class: `keras.layers.Add`.
 *
 * @example
 * new Add().apply([tf.tensor1d([1, 2]), tf.tensor1d([10, 20])]).arraySync(); // [11, 22]
 */
export class Add extends BaseMerge {
  static override readonly className: string = 'Add';

  protected override merge(inputs: readonly tf.Tensor[]): tf.Tensor {
    return inputs.reduce((sum, x) => tf.add(sum, x));
  }
}
