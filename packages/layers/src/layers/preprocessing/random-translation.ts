import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, RandomTransformLayer, type RandomTransformOptions } from './random-image-layer';
import { transformImages } from './transform-images';

export interface RandomTranslationOptions extends RandomTransformOptions {
  /** The range of shifts down, as parts of the height; below 0 is up. */
  heightFactor: Factor;
  /** The range of shifts to the right, as parts of the width; below 0 is left. */
  widthFactor: Factor;
}

/**
 * In training shifts each image.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond -1 to 1.
 * Keras class: `keras.layers.RandomTranslation`.
 *
 * @example
 * const layer = new RandomTranslation({ heightFactor: 0.2, widthFactor: 0.2 });
 * layer.apply(tf.ones([1, 4, 4, 1]), { training: true }).shape; // [1, 4, 4, 1]
 */
export class RandomTranslation extends RandomTransformLayer {
  static override readonly className: string = 'RandomTranslation';
  readonly heightFactor: Factor;
  readonly widthFactor: Factor;

  constructor(options: RandomTranslationOptions) {
    super(options, ['heightFactor', 'widthFactor']);
    this.heightFactor = options.heightFactor;
    this.widthFactor = options.widthFactor;
    this.range('heightFactor', this.heightFactor, [-1, 1]);
    this.range('widthFactor', this.widthFactor, [-1, 1]);
  }

  protected override change(images: tf.Tensor): tf.Tensor {
    const [batch, height, width] = images.shape as [number, number, number];
    const down = tf.mul(this.draw([batch, 1], this.range('heightFactor', this.heightFactor, [-1, 1])), height);
    const right = tf.mul(this.draw([batch, 1], this.range('widthFactor', this.widthFactor, [-1, 1])), width);
    const [one, zero] = [tf.onesLike(down), tf.zerosLike(down)];
    return transformImages(images, tf.concat([one, zero, tf.neg(right), zero, one, tf.neg(down)], 1), this.transform);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), height_factor: this.heightFactor, width_factor: this.widthFactor };
  }
}
