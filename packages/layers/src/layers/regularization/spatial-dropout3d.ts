import type { Config } from '../../registry/config';
import { BaseSpatialDropout, type BaseSpatialDropoutOptions } from './base-spatial-dropout';

/** Options of {@link SpatialDropout3D}. */
export type SpatialDropout3DOptions = BaseSpatialDropoutOptions;

/**
 * In training drops whole channels of volumes and scales the others by `1 / (1 - rate)`; otherwise does nothing. Neighbours tell much
 * the same, so dropping single elements would hide little. Tompson et al. 2015.
 *
 * Shapes: `[batch, depth, height, width, channels]`, unchanged. Throws when `rate` is not from 0 to 1. Keras class: `keras.layers.SpatialDropout3D`.
 *
 * @example
 * new SpatialDropout3D({ rate: 0.5 }).apply(tf.ones([2, 1, 1, 1, 3])).shape; // [2, 1, 1, 1, 3]
 */
export class SpatialDropout3D extends BaseSpatialDropout {
  static override readonly className: string = 'SpatialDropout3D';

  constructor(options: SpatialDropout3DOptions) {
    super(options, 3);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), data_format: this.dataFormat };
  }
}
