import * as tf from '@tensorflow/tfjs-core';
import { BaseMerge } from './base-merge';

/**
 * The mean of inputs, element by element: `(x + y + …) / n`.
 *
 * Shapes: equal ones, or axes of length 1 where they differ. Throws on others.
 * Keras class: `keras.layers.Average`.
 *
 * @example
 * new Average().apply([tf.tensor1d([1, 2]), tf.tensor1d([3, 6])]).arraySync(); // [2, 4]
 */
export class Average extends BaseMerge {
  static override readonly className: string = 'Average';

  protected override merge(inputs: readonly tf.Tensor[]): tf.Tensor {
    const sum = inputs.reduce((total, x) => tf.add(total, x));
    return tf.div(sum, inputs.length);
  }
}
