import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { Layer, type LayerOptions } from '../layer';

export interface ReshapeOptions extends LayerOptions {
  /** The shape of one sample; one length may be -1 and is then inferred. */
  targetShape: readonly number[];
}

/**
 * Gives each sample another shape with the same elements in the same order.
 *
 * Throws when the numbers of elements differ. Keras class: `keras.layers.Reshape`.
 *
 * @example
 * new Reshape({ targetShape: [3, -1] }).apply(tf.zeros([2, 12])).shape; // [2, 3, 4]
 */
export class Reshape extends Layer {
  static override readonly className: string = 'Reshape';
  readonly targetShape: readonly number[];

  constructor(options: ReshapeOptions) {
    super(options, ['targetShape']);
    const { targetShape } = options;
    if (!Array.isArray(targetShape) || targetShape.filter((length) => length === -1).length > 1) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`targetShape` must be a list of lengths, at most one of them -1',
        received: targetShape,
        remedy: 'Leave the batch out: [28, 28, 1] for images.',
      });
    }
    this.targetShape = [...targetShape];
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return tf.reshape(inputs, this.computeOutputShape(inputs.shape) as number[]);
  }

  override computeOutputShape([batch = null, ...sample]: Shape): Shape {
    const size = sample.reduce<number | null>(
      (product, length) => (product === null || length === null ? null : product * length),
      1,
    );
    const known = this.targetShape.filter((length) => length !== -1).reduce((product, length) => product * length, 1);
    const free = this.targetShape.includes(-1);
    if (size === null) return [batch, ...this.targetShape.map((length) => (length === -1 ? null : length))];
    if (free ? size % known !== 0 : size !== known) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: this.place,
        expected: `samples must have ${free ? `a multiple of ${known}` : known} elements for \`targetShape\` [${this.targetShape}]`,
        received: inWords(`${size} elements, shape [${sample}]`),
        remedy: 'Choose a shape with as many elements; the batch is not part of it.',
      });
    }
    return [batch, ...this.targetShape.map((length) => (length === -1 ? size / known : length))];
  }

  override computeOutputSpec(inputs: KerasTensor): KerasTensor {
    return new KerasTensor(this.computeOutputShape(inputs.shape), inputs.dtype);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), target_shape: this.targetShape };
  }
}
