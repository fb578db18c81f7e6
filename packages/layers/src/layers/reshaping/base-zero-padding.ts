import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { type DataFormat, expectDataFormat } from '../data-format';
import { Layer, type LayerOptions } from '../layer';
import { type Margin, type Margins, readMargins } from './margins';

export interface BaseZeroPaddingOptions extends LayerOptions {
  /** How many zeros: one number, one per axis, or `[before, after]` per axis. Default 1. */
  padding?: Margins;
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
}

/** What `ZeroPadding1D` to `ZeroPadding3D` have in common. */
export abstract class BaseZeroPadding extends Layer {
  readonly padding: readonly Margin[];
  readonly dataFormat: DataFormat;

  constructor(options: BaseZeroPaddingOptions, spatialAxes: number) {
    super(options, ['padding', 'dataFormat']);
    this.padding = readMargins(this.place, 'padding', options.padding ?? 1, spatialAxes);
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    this.inputSpec = { ndim: spatialAxes + 2 };
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return tf.pad(
      inputs,
      inputs.shape.map((_, axis) => [...this.#margin(axis)] as [number, number]),
    );
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape.map((length, axis) => {
      const [before, after] = this.#margin(axis);
      return length === null ? null : length + before + after;
    });
  }

  override getConfig(): Config {
    const padding = this.padding.length === 1 ? this.padding[0] : this.padding;
    return { ...super.getConfig(), padding, data_format: this.dataFormat };
  }

  #margin(axis: number): Margin {
    return this.padding[axis - (this.dataFormat === 'channels_last' ? 1 : 2)] ?? [0, 0];
  }
}
