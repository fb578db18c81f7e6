import type * as tf from '@tensorflow/tfjs-core';
import { elu } from '../../activations/index';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';

export interface ELUOptions extends LayerOptions {
  /** What it tends to far below 0, negated. Default 1. */
  alpha?: number;
}

/**
 * The exponential linear unit: `x` above 0 and `alpha * (exp(x) - 1)` below.
 *
 * Shapes: any, unchanged. Throws on options it does not know. Clevert et al. 2016. Keras class: `keras.layers.ELU`.
 *
 * @example
 * new ELU().apply(tf.tensor1d([-1, 2])).arraySync(); // [-0.6321, 2]
 */
export class ELU extends Layer {
  static override readonly className: string = 'ELU';
  readonly alpha: number;

  constructor(options: ELUOptions = {}) {
    super(options, ['alpha']);
    this.alpha = options.alpha ?? 1;
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return elu(asFloat(inputs), { alpha: this.alpha });
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), alpha: this.alpha };
  }
}
