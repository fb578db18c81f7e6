import type { Config } from '../../registry/config';
import { placeOf } from '../checks';
import { type DataFormat, expectDataFormat } from '../data-format';
import type { LayerOptions } from '../layer';
import { BaseUpSampling } from './base-up-sampling';

export interface UpSampling3DOptions extends LayerOptions {
  /** How many times longer each axis becomes, one number or three. Default 2. */
  size?: number | readonly number[];
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
}

/**
 * Makes volumes larger by repeating their elements.
 *
 * Shapes: `[batch, depth, height, width, channels]` to that with the three spatial axes multiplied by `size`. Throws on sizes
 * that are not positive integers. Keras class: `keras.layers.UpSampling3D`.
 *
 * @example
 * new UpSampling3D({ size: [1, 2, 3] }).apply(tf.zeros([1, 2, 2, 2, 1])).shape; // [1, 2, 4, 6, 1]
 */
export class UpSampling3D extends BaseUpSampling {
  static override readonly className: string = 'UpSampling3D';

  constructor(options: UpSampling3DOptions = {}) {
    const dataFormat = expectDataFormat(placeOf(UpSampling3D, options), options.dataFormat);
    super(options, { ownOptions: ['dataFormat'], spatialAxes: 3, dataFormat });
  }

  override getConfig(): Config {
    return { ...super.getConfig(), size: this.factors, data_format: this.dataFormat };
  }
}
