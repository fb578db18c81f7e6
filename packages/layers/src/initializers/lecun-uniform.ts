import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { type FanOptions, VarianceScaling } from './variance-scaling';

/**
 * Uniform draws from `±√(3 / inputs)`.
 *
 * LeCun et al. 1998. Keras class: `keras.initializers.LecunUniform`.
 *
 * @example
 * new LecunUniform({ seed: 1 }).initialize([100, 10]).shape; // [100, 10]
 */
export class LecunUniform extends VarianceScaling {
  static override readonly className: string = 'LecunUniform';

  constructor(options: FanOptions = {}) {
    expectKnownOptions('LecunUniform', options, ['seed', 'inputAxes', 'outputAxes']);
    super({ ...options, scale: 1, mode: 'fan_in', distribution: 'uniform' });
  }

  override getConfig(): Config {
    const { seed, input_axes, output_axes } = super.getConfig();
    return { seed, input_axes, output_axes };
  }
}
