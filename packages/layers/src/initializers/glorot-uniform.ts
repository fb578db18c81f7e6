import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { type FanOptions, VarianceScaling } from './variance-scaling';

/**
 * Uniform draws from `±√(6 / (inputs + outputs))`. Keras's default for kernels.
 *
 * Glorot & Bengio 2010. Keras class: `keras.initializers.GlorotUniform`.
 *
 * @example
 * new GlorotUniform({ seed: 1 }).initialize([100, 10]).shape; // [100, 10]
 */
export class GlorotUniform extends VarianceScaling {
  static override readonly className: string = 'GlorotUniform';

  constructor(options: FanOptions = {}) {
    expectKnownOptions('GlorotUniform', options, ['seed', 'inputAxes', 'outputAxes']);
    super({ ...options, scale: 1, mode: 'fan_avg', distribution: 'uniform' });
  }

  override getConfig(): Config {
    const { seed, input_axes, output_axes } = super.getConfig();
    return { seed, input_axes, output_axes };
  }
}
