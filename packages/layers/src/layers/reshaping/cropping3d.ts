import type { Config } from '../../registry/config';
import { BaseCropping, type BaseCroppingOptions } from './base-cropping';

/** Options of {@link Cropping3D}. Default cropping: 1. */
export type Cropping3DOptions = BaseCroppingOptions;

/**
 * Cuts off the edges of a volume.
 *
 * Shapes: `[batch, depth, height, width, channels]`, spatial axes becoming `length - before - after`. Throws when nothing would be left.
 * Keras class: `keras.layers.Cropping3D`.
 *
 * @example
 * new Cropping3D().apply(tf.ones([1, 4, 4, 4, 1])).shape; // [1, 2, 2, 2, 1]
 */
export class Cropping3D extends BaseCropping {
  static override readonly className: string = 'Cropping3D';

  constructor(options: Cropping3DOptions = {}) {
    super(options, { spatialAxes: 3, cropping: 1, ownOptions: ['dataFormat'] });
  }

  override getConfig(): Config {
    return { ...super.getConfig(), cropping: this.cropping, data_format: this.dataFormat };
  }
}
