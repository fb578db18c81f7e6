import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { expectFraction, randomState } from './random-state';

export interface AlphaDropoutOptions extends LayerOptions {
  /** The part of the inputs that is dropped, from 0 to 1. */
  rate: number;
  /** The shape of the pattern; null where it is that of the inputs, 1 where all drop together. */
  noiseShape?: Shape | null;
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
}

/** What SELU tends to far below 0: minus its scale times its alpha. */
const LOWEST = -1.0507009873554805 * 1.6732632423543772;

/**
 * Dropout for networks of SELU units: in training sets a random part of the inputs to SELU's lowest value `p`, then brings mean and
 * variance back: `a * (x or p) + b`, `a = ((1 - rate) * (1 + rate * p²)) ** -½`, `b = -a * p * rate`. Otherwise does nothing.
 *
 * Shapes: any, unchanged. Throws when `rate` is not from 0 to 1. Klambauer et al. 2017.
 * Keras class: `keras.layers.AlphaDropout`.
 *
 * @example
 * new AlphaDropout({ rate: 0.5 }).apply(tf.ones([2])).arraySync(); // [1, 1]
 */
export class AlphaDropout extends Layer {
  static override readonly className: string = 'AlphaDropout';
  readonly rate: number;
  readonly noiseShape: Shape | null;
  readonly seed: number | null;
  readonly seedGenerator: SeedGenerator | null;

  constructor(options: AlphaDropoutOptions) {
    super(options, ['rate', 'noiseShape', 'seed']);
    const { rate, noiseShape = null, seed = null } = options;
    expectFraction(this.place, 'rate', rate);
    this.rate = rate;
    this.noiseShape = noiseShape;
    this.seed = seed;
    this.seedGenerator = randomState(rate, seed);
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor, { training }: CallOptions): tf.Tensor {
    if (!training || !this.seedGenerator) return inputs;
    const x = asFloat(inputs);
    // All dropped is a constant, which the factor brings to 0.
    if (this.rate === 1) return tf.zerosLike(x);
    const shape = this.noiseShape?.map((length, axis) => length ?? (x.shape[axis] as number)) ?? x.shape;
    const kept = asFloat(tf.greaterEqual(this.seedGenerator.uniform(shape), this.rate));
    const a = ((1 - this.rate) * (1 + this.rate * LOWEST ** 2)) ** -0.5;
    const b = -a * LOWEST * this.rate;
    const dropped = tf.add(tf.mul(x, kept), tf.mul(tf.sub(1, kept), LOWEST));
    return tf.add(tf.mul(dropped, a), b);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), rate: this.rate, seed: this.seed, noise_shape: this.noiseShape };
  }
}
