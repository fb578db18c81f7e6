import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { type FanOptions, VarianceScaling } from './variance-scaling';

/**
 * Truncated normal draws with the variance `2 / inputs`. Made for relu.
 *
 * He et al. 2015, arXiv:1502.01852. Keras class: `keras.initializers.HeNormal`.
 *
 * @example
 * new HeNormal({ seed: 1 }).initialize([100, 10]).shape; // [100, 10]
 */
export class HeNormal extends VarianceScaling {
  static override readonly className: string = 'HeNormal';

  constructor(options: FanOptions = {}) {
    expectKnownOptions('HeNormal', options, ['seed', 'inputAxes', 'outputAxes']);
    super({ ...options, scale: 2, mode: 'fan_in', distribution: 'truncated_normal' });
  }

  override getConfig(): Config {
    const { seed, input_axes, output_axes } = super.getConfig();
    return { seed, input_axes, output_axes };
  }
}
