import type * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import { mapShapes, type Shapes } from '../../graph/shape';
import { mapTree, type Tree } from '../../graph/tree';
import { Layer, type LayerOptions } from '../layer';

/**
 * Gives its inputs back: a placeholder where a layer is wanted and nothing is to be done.
 *
 * Shapes: any, unchanged, also lists and records of tensors. Throws on what is not a tensor.
 * Keras class: `keras.layers.Identity`.
 *
 * @example
 * new Identity().apply(tf.tensor1d([1, 2])).arraySync(); // [1, 2]
 */
export class Identity extends Layer {
  static override readonly className: string = 'Identity';

  constructor(options: LayerOptions = {}) {
    super(options);
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: Tree<tf.Tensor>): Tree<tf.Tensor> {
    return inputs;
  }

  override computeOutputShape(inputShape: Shapes): Shapes {
    return mapShapes(inputShape, (shape) => shape) as Shapes;
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>): Tree<KerasTensor> {
    return mapTree(inputs, ({ shape, dtype }) => new KerasTensor(shape, dtype));
  }
}
