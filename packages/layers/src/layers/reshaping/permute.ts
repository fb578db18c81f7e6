import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { Layer, type LayerOptions } from '../layer';

export interface PermuteOptions extends LayerOptions {
  /** Which axis comes first, second, …; counted from 1, the batch being axis 0. */
  dims: readonly number[];
}

/**
 * Puts the axes of each sample into another order.
 *
 * Shapes: with `dims` [2, 1], `[batch, a, b]` to `[batch, b, a]`. Throws unless `dims` are the numbers 1 to n.
 * Keras class: `keras.layers.Permute`.
 *
 * @example
 * new Permute({ dims: [2, 1] }).apply(tf.zeros([5, 10, 64])).shape; // [5, 64, 10]
 */
export class Permute extends Layer {
  static override readonly className: string = 'Permute';
  readonly dims: readonly number[];

  constructor(options: PermuteOptions) {
    super(options, ['dims']);
    const { dims } = options;
    if (!Array.isArray(dims) || ![...dims].sort((a, b) => a - b).every((dim, i) => dim === i + 1)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`dims` must hold each number from 1 to the number of axes once',
        received: dims,
        remedy: 'Leave the batch out: [2, 1] swaps the two axes of each sample.',
      });
    }
    this.dims = [...dims];
    this.inputSpec = { ndim: dims.length + 1 };
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return tf.transpose(inputs, [0, ...this.dims]);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return [0, ...this.dims].map((dim) => inputShape[dim] ?? null);
  }

  override computeOutputSpec(inputs: KerasTensor): KerasTensor {
    return new KerasTensor(this.computeOutputShape(inputs.shape), inputs.dtype);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), dims: this.dims };
  }
}
