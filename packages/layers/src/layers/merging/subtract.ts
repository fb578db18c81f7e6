import * as tf from '@tensorflow/tfjs-core';
import type { Shape, Shapes } from '../../graph/shape';
import { BaseMerge } from './base-merge';

/**
 * The difference of two inputs, element by element: `x - y`.
 *
 * Shapes: equal ones, or axes of length 1 where they differ. Throws on others and on another number of inputs.
 * Keras class: `keras.layers.Subtract`.
 *
 * @example
 * new Subtract().apply([tf.tensor1d([1, 2]), tf.tensor1d([10, 20])]).arraySync(); // [-9, -18]
 */
export class Subtract extends BaseMerge {
  static override readonly className: string = 'Subtract';

  protected override merge(inputs: readonly tf.Tensor[]): tf.Tensor {
    const [x, y] = inputs as [tf.Tensor, tf.Tensor];
    return tf.sub(x, y);
  }

  override computeOutputShape(inputShape: Shapes): Shape {
    this.expectList(inputShape, 2);
    return super.computeOutputShape(inputShape);
  }
}
