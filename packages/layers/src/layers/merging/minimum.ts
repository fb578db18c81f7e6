import * as tf from '@tensorflow/tfjs-core';
import { BaseMerge, type WideMask } from './base-merge';
import { mergeMasked } from './merge-masked';

/**
 * The smallest of the inputs, element by element; what a mask leaves out does not count.
 *
 * Shapes: equal ones, or axes of length 1 where they differ. Throws on others. Keras class: `keras.layers.Minimum`.
 *
 * @example
 * new Minimum().apply([tf.tensor1d([1, 4]), tf.tensor1d([3, 2])]).arraySync(); // [1, 2]
 */
export class Minimum extends BaseMerge {
  static override readonly className: string = 'Minimum';
  // TF.js's gradient of tf.minimum forgets axes that were stretched.
  protected override readonly needsOneShape: boolean = true;

  protected override merge(inputs: readonly tf.Tensor[], masks: readonly WideMask[]): tf.Tensor {
    return mergeMasked(inputs, masks, tf.minimum);
  }
}
