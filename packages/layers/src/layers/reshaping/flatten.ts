import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { type DataFormat, expectDataFormat, toChannelsLast } from '../data-format';
import { Layer, type LayerOptions } from '../layer';

export interface FlattenOptions extends LayerOptions {
  /** Default `channels_last`. With `channels_first`, channels come last in the result all the same. */
  dataFormat?: DataFormat | null;
}

/**
 * Lays all axes but the batch into one.
 *
 * Shapes: `[batch, a, b, …]` to `[batch, a * b * …]`. Keras class: `keras.layers.Flatten`.
 *
 * @example
 * new Flatten().apply(tf.zeros([2, 28, 28])).shape; // [2, 784]
 */
export class Flatten extends Layer {
  static override readonly className: string = 'Flatten';
  readonly dataFormat: DataFormat;

  constructor(options: FlattenOptions = {}) {
    super(options, ['dataFormat']);
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    this.inputSpec = { minNdim: 1 };
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const ordered = this.dataFormat === 'channels_first' && inputs.rank > 1 ? toChannelsLast(inputs) : inputs;
    const [batch = 1, ...rest] = ordered.shape;
    return tf.reshape(ordered, [batch, rest.reduce((size, length) => size * length, 1)]);
  }

  override computeOutputShape([batch = null, ...rest]: Shape): Shape {
    return [
      batch,
      rest.reduce<number | null>((size, length) => (size === null || length === null ? null : size * length), 1),
    ];
  }

  override computeOutputSpec(inputs: KerasTensor): KerasTensor {
    return new KerasTensor(this.computeOutputShape(inputs.shape), inputs.dtype);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), data_format: this.dataFormat };
  }
}
