import type * as tf from '@tensorflow/tfjs-core';
import { leakyRelu } from '../../activations/index';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectNumber, notNegative } from '../../registry/options';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';

export interface LeakyReLUOptions extends LayerOptions {
  /** The slope below 0. Default 0.3. */
  negativeSlope?: number;
}

/**
 * The leaky rectified linear unit: `x` above 0 and `negativeSlope * x` below, so that no unit stops learning.
 *
 * Shapes: any, unchanged. Throws when the slope is below 0. Maas et al. 2013. Keras class: `keras.layers.LeakyReLU`.
 *
 * @example
 * new LeakyReLU({ negativeSlope: 0.5 }).apply(tf.tensor1d([-1, 2])).arraySync(); // [-0.5, 2]
 */
export class LeakyReLU extends Layer {
  static override readonly className: string = 'LeakyReLU';
  readonly negativeSlope: number;

  constructor(options: LeakyReLUOptions = {}) {
    super(options, ['negativeSlope']);
    this.negativeSlope = options.negativeSlope ?? 0.3;
    expectNumber(this.place, 'negativeSlope', this.negativeSlope, notNegative);
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return leakyRelu(asFloat(inputs), { negativeSlope: this.negativeSlope });
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), negative_slope: this.negativeSlope };
  }
}
