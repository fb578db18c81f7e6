import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { type FanOptions, VarianceScaling } from './variance-scaling';

/**
 * Truncated normal draws with the variance `1 / inputs`. Made for selu.
 *
 * Klambauer et al. 2017, arXiv:1706.02515. Keras class: `keras.initializers.LecunNormal`.
 *
 * @example
 * new LecunNormal({ seed: 1 }).initialize([100, 10]).shape; // [100, 10]
 */
export class LecunNormal extends VarianceScaling {
  static override readonly className: string = 'LecunNormal';

  constructor(options: FanOptions = {}) {
    expectKnownOptions('LecunNormal', options, ['seed', 'inputAxes', 'outputAxes']);
    super({ ...options, scale: 1, mode: 'fan_in', distribution: 'truncated_normal' });
  }

  override getConfig(): Config {
    const { seed, input_axes, output_axes } = super.getConfig();
    return { seed, input_axes, output_axes };
  }
}
