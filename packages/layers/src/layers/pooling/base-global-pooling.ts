import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { type DataFormat, expectDataFormat } from '../data-format';
import { Layer, type LayerOptions } from '../layer';

export interface BaseGlobalPoolingOptions extends LayerOptions {
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
  /** Whether the pooled axes stay, with length 1. Default false. */
  keepdims?: boolean;
}

/** What `GlobalAveragePooling1D` to `GlobalMaxPooling3D` have in common. */
export abstract class BaseGlobalPooling extends Layer {
  readonly dataFormat: DataFormat;
  readonly keepdims: boolean;
  readonly #mode: 'max' | 'average';

  constructor(options: BaseGlobalPoolingOptions, spatialAxes: number, mode: 'max' | 'average') {
    super(options, ['dataFormat', 'keepdims']);
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    this.keepdims = options.keepdims ?? false;
    this.#mode = mode;
    this.inputSpec = { ndim: spatialAxes + 2 };
    this.markBuilt();
  }

  override call(inputs: tf.Tensor, _options?: object): tf.Tensor {
    const reduce = this.#mode === 'max' ? tf.max : tf.mean;
    return reduce(asFloat(inputs), this.spatialAxes(inputs.rank), this.keepdims);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    const axes = this.spatialAxes(inputShape.length);
    return inputShape.flatMap((length, axis) => (!axes.includes(axis) ? [length] : this.keepdims ? [1] : []));
  }

  override getConfig(): Config {
    return { ...super.getConfig(), data_format: this.dataFormat, keepdims: this.keepdims };
  }

  /** The axes that are pooled away. */
  protected spatialAxes(rank: number): number[] {
    const first = this.dataFormat === 'channels_last' ? 1 : 2;
    return Array.from({ length: rank - 2 }, (_, i) => i + first);
  }
}
