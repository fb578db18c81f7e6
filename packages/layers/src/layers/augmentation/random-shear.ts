import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, type Range, readFactor } from './factor';
import { RandomMoveLayer, type RandomMoveOptions } from './random-move-layer';
import { drawSigns, drawUniform } from './random-values';

export interface RandomShearOptions extends RandomMoveOptions {
  /** How far a row may slide for each row above it, in pixels: a number from 0 to 1, or a range. Default 0. */
  xFactor?: Factor;
  /** How far a column may slide for each column left of it. Default 0. */
  yFactor?: Factor;
}

/**
 * In training slants each image: `out(x, y) = image(x + sx y, y + sy x)`, both `sx` and `sy` turned round half of the time.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on numbers beyond 0 to 1.
 * Keras class: `keras.layers.RandomShear`.
 *
 * @example
 * new RandomShear({ xFactor: 0.2 }).apply(tf.ones([1, 4, 4, 1]), { training: true }).shape; // [1, 4, 4, 1]
 */
export class RandomShear extends RandomMoveLayer<{ shearFactor: tf.Tensor }> {
  static override readonly className: string = 'RandomShear';
  readonly xFactor: Range;
  readonly yFactor: Range;

  constructor(options: RandomShearOptions = {}) {
    super(options, ['xFactor', 'yFactor']);
    this.xFactor = this.#read('xFactor', options.xFactor ?? 0);
    this.yFactor = this.#read('yFactor', options.yFactor ?? 0);
  }

  /** How far each image is slanted along x and y, `[batch, 2]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { shearFactor: tf.Tensor } {
    const shape = [images.shape[0] as number, 1];
    const sign = drawSigns(generator, shape);
    const y = drawUniform(generator, shape, this.yFactor);
    const x = drawUniform(generator, shape, this.xFactor);
    return { shearFactor: tf.mul(tf.concat([x, y], 1), sign) };
  }

  protected override matrix({ shearFactor }: { shearFactor: tf.Tensor }): tf.Tensor {
    const [x, y] = tf.split(shearFactor, 2, 1) as [tf.Tensor, tf.Tensor];
    const [one, zero] = [tf.onesLike(x), tf.zerosLike(x)];
    return tf.concat([one, x, zero, y, one, zero], 1);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), x_factor: this.xFactor, y_factor: this.yFactor };
  }

  /** One number `f` is `[-f, f]`. Keras writes that into its configs, so a list may begin below 0. */
  #read(option: string, factor: Factor): Range {
    if (typeof factor !== 'number') return readFactor(this.place, option, factor, [-1, 1]);
    const [, most] = readFactor(this.place, option, factor, [0, 1]);
    return [most === 0 ? 0 : -most, most];
  }
}
