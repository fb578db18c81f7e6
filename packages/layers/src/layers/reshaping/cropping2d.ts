import type { Config } from '../../registry/config';
import { BaseCropping, type BaseCroppingOptions } from './base-cropping';

/** Options of {@link Cropping2D}. Default cropping: 0. */
export type Cropping2DOptions = BaseCroppingOptions;

/**
 * Cuts off the edges of an image.
 *
 * Shapes: `[batch, height, width, channels]`, spatial axes becoming `length - before - after`. Throws when nothing would be left.
 * Keras class: `keras.layers.Cropping2D`.
 *
 * @example
 * new Cropping2D({ cropping: [[1, 0], [2, 2]] }).apply(tf.ones([1, 8, 8, 1])).shape; // [1, 7, 4, 1]
 */
export class Cropping2D extends BaseCropping {
  static override readonly className: string = 'Cropping2D';

  constructor(options: Cropping2DOptions = {}) {
    super(options, { spatialAxes: 2, cropping: 0, ownOptions: ['dataFormat'] });
  }

  override getConfig(): Config {
    return { ...super.getConfig(), cropping: this.cropping, data_format: this.dataFormat };
  }
}
