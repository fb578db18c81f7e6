import type { Config } from '../../registry/config';
import { BaseCropping, type BaseCroppingOptions } from './base-cropping';

/** Options of {@link Cropping1D}. Default cropping: 1. */
export type Cropping1DOptions = Omit<BaseCroppingOptions, 'dataFormat'>;

/**
 * Cuts off the edges of a sequence.
 *
 * Shapes: `[batch, steps, channels]`, spatial axes becoming `length - before - after`. Throws when nothing would be left.
 * Keras class: `keras.layers.Cropping1D`.
 *
 * @example
 * new Cropping1D({ cropping: [1, 0] }).apply(tf.tensor3d([1, 2, 3], [1, 3, 1])).dataSync(); // [2, 3]
 */
export class Cropping1D extends BaseCropping {
  static override readonly className: string = 'Cropping1D';

  constructor(options: Cropping1DOptions = {}) {
    super(options, { spatialAxes: 1, cropping: 1, ownOptions: [] });
  }

  override getConfig(): Config {
    return { ...super.getConfig(), cropping: this.cropping[0] };
  }
}
