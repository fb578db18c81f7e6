import type * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { expectOneOf, placeOf } from '../checks';
import { type DataFormat, expectDataFormat } from '../data-format';
import type { LayerOptions } from '../layer';
import { BaseUpSampling } from './base-up-sampling';
import { mapAxis } from './map-axis';
import { resampleMatrix, type SmoothInterpolation } from './resample';

export interface UpSampling2DOptions extends LayerOptions {
  /** How many times higher and wider the image becomes, one number or two. Default 2. */
  size?: number | readonly number[];
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
  /** How pixels between the given ones are found. Default `nearest`: each is repeated. */
  interpolation?: 'nearest' | SmoothInterpolation;
}

const INTERPOLATIONS = ['nearest', 'bilinear', 'bicubic', 'lanczos3', 'lanczos5'] as const;

/**
 * Makes images larger by whole factors.
 *
 * Shapes: `[batch, height, width, channels]` to `[batch, height * size[0], width * size[1], channels]`. Throws on an
 * interpolation it does not know. Keras class: `keras.layers.UpSampling2D`.
 *
 * @example
 * new UpSampling2D({ size: [1, 2] }).apply(tf.tensor4d([1, 2], [1, 1, 2, 1])).dataSync(); // [1, 1, 2, 2]
 */
export class UpSampling2D extends BaseUpSampling {
  static override readonly className: string = 'UpSampling2D';
  readonly interpolation: 'nearest' | SmoothInterpolation;

  constructor(options: UpSampling2DOptions = {}) {
    const dataFormat = expectDataFormat(placeOf(UpSampling2D, options), options.dataFormat);
    super(options, { ownOptions: ['dataFormat', 'interpolation'], spatialAxes: 2, dataFormat });
    const { interpolation = 'nearest' } = options;
    expectOneOf(this.place, 'interpolation', interpolation, INTERPOLATIONS);
    this.interpolation = interpolation;
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const { interpolation } = this;
    if (interpolation === 'nearest') return super.call(inputs);
    return this.factors.reduce<tf.Tensor>((resized, factor, i) => {
      const axis = this.firstAxis + i;
      const length = resized.shape[axis] as number;
      return factor === 1 ? resized : mapAxis(resized, axis, resampleMatrix(interpolation, length, length * factor));
    }, asFloat(inputs));
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      size: this.factors,
      data_format: this.dataFormat,
      interpolation: this.interpolation,
    };
  }
}
