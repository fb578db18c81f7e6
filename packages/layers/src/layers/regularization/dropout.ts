import { SeedGenerator, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { type CallOptions, Layer, type LayerOptions } from '../layer';

export interface DropoutOptions extends LayerOptions {
  /** The part of the inputs that is set to 0, from 0 to 1. */
  rate: number;
  /** The shape of the pattern; null where it is that of the inputs, 1 where all drop together. */
  noiseShape?: Shape | null;
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
}

/**
 * In training sets a random part of the inputs to 0 and multiplies the others by `1 / (1 - rate)`, so that their sum stays the
 * same on average; otherwise does nothing. (`trainable` has no bearing on it: it tells about weights.)
 *
 * Srivastava et al. 2014. Keras class: `keras.layers.Dropout`.
 *
 * @example
 * new Dropout({ rate: 0.5 }).apply(tf.ones([2])).arraySync(); // [1, 1]
 */
export class Dropout extends Layer {
  static override readonly className: string = 'Dropout';
  readonly rate: number;
  readonly noiseShape: Shape | null;
  readonly seed: number | null;
  readonly seedGenerator: SeedGenerator | null;

  constructor(options: DropoutOptions) {
    super(options, ['rate', 'noiseShape', 'seed']);
    const { rate, noiseShape = null, seed = null } = options;
    if (!(rate >= 0 && rate <= 1)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`rate` must be a number from 0 to 1',
        received: rate,
        remedy: 'Pass the part to drop, for example 0.25.',
      });
    }
    this.rate = rate;
    this.noiseShape = noiseShape;
    this.seed = seed;
    this.seedGenerator = rate > 0 ? new SeedGenerator(seed === null ? {} : { seed }) : null;
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor, { training }: CallOptions): tf.Tensor {
    if (!training || !this.seedGenerator) return inputs;
    const x = asFloat(inputs);
    if (this.rate === 1) return tf.zerosLike(x);
    const shape = this.noiseShape?.map((length, axis) => length ?? (x.shape[axis] as number)) ?? x.shape;
    const isKept = tf.greaterEqual(this.seedGenerator.uniform(shape), this.rate);
    return tf.mul(x, tf.mul(tf.cast(isKept, 'float32'), 1 / (1 - this.rate)));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), rate: this.rate, seed: this.seed, noise_shape: this.noiseShape };
  }
}
