import * as tf from '@tensorflow/tfjs-core';
import { BaseMerge, type WideMask } from './base-merge';

/**
 * The product of inputs, element by element; what a mask leaves out counts as 1, and as 0 where all do.
 *
 * Shapes: equal ones, or axes of length 1 where they differ. Throws on others. Keras class: `keras.layers.Multiply`.
 *
 * @example
 * new Multiply().apply([tf.tensor1d([1, 2]), tf.tensor1d([10, 20])]).arraySync(); // [10, 40]
 */
export class Multiply extends BaseMerge {
  static override readonly className: string = 'Multiply';

  protected override merge(inputs: readonly tf.Tensor[], masks: readonly WideMask[]): tf.Tensor {
    const factors = inputs.map((x, i) => (masks[i] ? tf.where(masks[i], x, tf.onesLike(x)) : x));
    const product = factors.reduce((total, x) => tf.mul(total, x));
    if (masks.some((mask) => mask === null)) return product;
    const anyMask = (masks as tf.Tensor[]).reduce((joined, mask) => tf.logicalOr(joined, mask));
    return tf.where(anyMask, product, tf.zerosLike(product));
  }
}
