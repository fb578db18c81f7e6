import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, type Range, readFactor } from './factor';
import { RandomMoveLayer, type RandomMoveOptions } from './random-move-layer';
import { drawUniform } from './random-values';

export interface RandomTranslationOptions extends RandomMoveOptions {
  /** The range of shifts down, as parts of the height; below 0 is up. */
  heightFactor: Factor;
  /** The range of shifts to the right, as parts of the width; below 0 is left. */
  widthFactor: Factor;
}

/**
 * In training shifts each image: `out(x, y) = image(x - right, y - down)`.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond -1 to 1.
 * Keras class: `keras.layers.RandomTranslation`.
 *
 * @example
 * const layer = new RandomTranslation({ heightFactor: 0, widthFactor: [0.25, 0.25], fillMode: 'constant' });
 * layer.apply(tf.tensor4d([1, 2, 3, 4], [1, 1, 4, 1]), { training: true }).dataSync(); // [0, 1, 2, 3]
 */
export class RandomTranslation extends RandomMoveLayer<{ translations: tf.Tensor }> {
  static override readonly className: string = 'RandomTranslation';
  readonly heightFactor: Factor;
  readonly widthFactor: Factor;
  readonly #down: Range;
  readonly #right: Range;

  constructor(options: RandomTranslationOptions) {
    super(options, ['heightFactor', 'widthFactor']);
    this.heightFactor = options.heightFactor;
    this.widthFactor = options.widthFactor;
    this.#down = readFactor(this.place, 'heightFactor', this.heightFactor, [-1, 1]);
    this.#right = readFactor(this.place, 'widthFactor', this.widthFactor, [-1, 1]);
  }

  /** How far each image goes to the right and down, in pixels: `[batch, 2]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { translations: tf.Tensor } {
    const [batch, height, width] = images.shape as [number, number, number];
    const down = tf.mul(drawUniform(generator, [batch, 1], this.#down), height);
    const right = tf.mul(drawUniform(generator, [batch, 1], this.#right), width);
    return { translations: tf.concat([right, down], 1) };
  }

  protected override matrix({ translations }: { translations: tf.Tensor }): tf.Tensor {
    const [right, down] = tf.split(translations, 2, 1) as [tf.Tensor, tf.Tensor];
    const [one, zero] = [tf.onesLike(down), tf.zerosLike(down)];
    return tf.concat([one, zero, tf.neg(right), zero, one, tf.neg(down)], 1);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), height_factor: this.heightFactor, width_factor: this.widthFactor };
  }
}
