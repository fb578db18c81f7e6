import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { expectFraction, randomState } from './random-state';

export interface GaussianNoiseOptions extends LayerOptions {
  /** The standard deviation of the noise, from 0 to 1. */
  stddev: number;
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
}

/**
 * In training adds noise, `x + stddev * z` with z from the normal distribution; otherwise does nothing.
 *
 * Shapes: any, unchanged. Throws when `stddev` is not from 0 to 1. Keras class: `keras.layers.GaussianNoise`.
 *
 * @example
 * new GaussianNoise({ stddev: 0.1 }).apply(tf.ones([2])).arraySync(); // [1, 1]
 */
export class GaussianNoise extends Layer {
  static override readonly className: string = 'GaussianNoise';
  readonly stddev: number;
  readonly seed: number | null;
  readonly seedGenerator: SeedGenerator | null;

  constructor(options: GaussianNoiseOptions) {
    super(options, ['stddev', 'seed']);
    const { stddev, seed = null } = options;
    expectFraction(this.place, 'stddev', stddev);
    this.stddev = stddev;
    this.seed = seed;
    this.seedGenerator = randomState(stddev, seed);
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor, { training }: CallOptions): tf.Tensor {
    if (!training || !this.seedGenerator) return inputs;
    return tf.add(asFloat(inputs), this.seedGenerator.normal(inputs.shape, { stddev: this.stddev }));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), stddev: this.stddev, seed: this.seed };
  }
}
