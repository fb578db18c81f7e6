import type { Config } from '../../registry/config';
import type { LayerOptions } from '../layer';
import { BaseUpSampling } from './base-up-sampling';

export interface UpSampling1DOptions extends LayerOptions {
  /** How often each step is repeated. Default 2. */
  size?: number;
}

/**
 * Repeats each step of a sequence.
 *
 * Shapes: `[batch, steps, features]` to `[batch, steps * size, features]`. Throws on sizes that are not positive integers.
 * Keras class: `keras.layers.UpSampling1D`.
 *
 * @example
 * new UpSampling1D({ size: 2 }).apply(tf.tensor3d([1, 2], [1, 2, 1])).dataSync(); // [1, 1, 2, 2]
 */
export class UpSampling1D extends BaseUpSampling {
  static override readonly className: string = 'UpSampling1D';

  constructor(options: UpSampling1DOptions = {}) {
    super(options, { ownOptions: [], spatialAxes: 1, dataFormat: 'channels_last' });
  }

  override getConfig(): Config {
    return { ...super.getConfig(), size: this.factors[0] };
  }
}
