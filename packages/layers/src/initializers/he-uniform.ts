import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { type FanOptions, VarianceScaling } from './variance-scaling';

/**
 * Uniform draws from `±√(6 / inputs)`. Made for relu.
 *
 * He et al. 2015, arXiv:1502.01852. Keras class: `keras.initializers.HeUniform`.
 *
 * @example
 * new HeUniform({ seed: 1 }).initialize([100, 10]).shape; // [100, 10]
 */
export class HeUniform extends VarianceScaling {
  static override readonly className: string = 'HeUniform';

  constructor(options: FanOptions = {}) {
    expectKnownOptions('HeUniform', options, ['seed', 'inputAxes', 'outputAxes']);
    super({ ...options, scale: 2, mode: 'fan_in', distribution: 'uniform' });
  }

  override getConfig(): Config {
    const { seed, input_axes, output_axes } = super.getConfig();
    return { seed, input_axes, output_axes };
  }
}
