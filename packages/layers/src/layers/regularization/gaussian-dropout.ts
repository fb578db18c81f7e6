import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectNumber } from '../../registry/options';
import { asFloat } from '../as-float';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { randomState } from './random-state';

export interface GaussianDropoutOptions extends LayerOptions {
  /** As in dropout: the noise has the variance that dropping this part would give. From 0 to below 1. */
  rate: number;
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
}

/**
 * In training multiplies by noise around 1, `x * (1 + sqrt(rate / (1 - rate)) * z)` with z from the normal distribution; otherwise
 * does nothing.
 *
 * Shapes: any, unchanged. Throws when `rate` is not from 0 to below 1. Srivastava et al. 2014.
 * Keras class: `keras.layers.GaussianDropout`.
 *
 * @example
 * new GaussianDropout({ rate: 0.5 }).apply(tf.ones([2])).arraySync(); // [1, 1]
 */
export class GaussianDropout extends Layer {
  static override readonly className: string = 'GaussianDropout';
  readonly rate: number;
  readonly seed: number | null;
  readonly seedGenerator: SeedGenerator | null;

  constructor(options: GaussianDropoutOptions) {
    super(options, ['rate', 'seed']);
    const { rate, seed = null } = options;
    // Keras allows 1 and then divides by 0.
    const allowed = { text: 'a number from 0 to below 1', holds: (value: number) => value >= 0 && value < 1 };
    expectNumber(this.place, 'rate', rate, allowed);
    this.rate = rate;
    this.seed = seed;
    this.seedGenerator = randomState(rate, seed);
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor, { training }: CallOptions): tf.Tensor {
    if (!training || !this.seedGenerator) return inputs;
    const stddev = Math.sqrt(this.rate / (1 - this.rate));
    return tf.mul(asFloat(inputs), this.seedGenerator.normal(inputs.shape, { mean: 1, stddev }));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), rate: this.rate, seed: this.seed };
  }
}
