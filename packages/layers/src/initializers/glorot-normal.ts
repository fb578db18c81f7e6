import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { type FanOptions, VarianceScaling } from './variance-scaling';

/**
 * Truncated normal draws with the variance `2 / (inputs + outputs)`.
 *
 * Glorot & Bengio 2010. Keras class: `keras.initializers.GlorotNormal`.
 *
 * @example
 * new GlorotNormal({ seed: 1 }).initialize([100, 10]).shape; // [100, 10]
 */
export class GlorotNormal extends VarianceScaling {
  static override readonly className: string = 'GlorotNormal';

  constructor(options: FanOptions = {}) {
    expectKnownOptions('GlorotNormal', options, ['seed', 'inputAxes', 'outputAxes']);
    super({ ...options, scale: 1, mode: 'fan_avg', distribution: 'truncated_normal' });
  }

  override getConfig(): Config {
    const { seed, input_axes, output_axes } = super.getConfig();
    return { seed, input_axes, output_axes };
  }
}
