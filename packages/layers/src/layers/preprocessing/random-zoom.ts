import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, RandomTransformLayer, type RandomTransformOptions } from './random-image-layer';
import { transformImages } from './transform-images';

export interface RandomZoomOptions extends RandomTransformOptions {
  /** The range of zooms in height, as parts of it: above 0 zooms out, below 0 in. */
  heightFactor: Factor;
  /** The range in width. Default: as the height, so that the image keeps its ratio. */
  widthFactor?: Factor | null;
}

/**
 * In training zooms each image in or out around its middle.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond -1 to 1.
 * Keras class: `keras.layers.RandomZoom`.
 *
 * @example
 * new RandomZoom({ heightFactor: 0.2 }).apply(tf.ones([1, 4, 4, 1]), { training: true }).shape; // [1, 4, 4, 1]
 */
export class RandomZoom extends RandomTransformLayer {
  static override readonly className: string = 'RandomZoom';
  readonly heightFactor: Factor;
  readonly widthFactor: Factor | null;

  constructor(options: RandomZoomOptions) {
    super(options, ['heightFactor', 'widthFactor']);
    this.heightFactor = options.heightFactor;
    this.widthFactor = options.widthFactor ?? null;
    this.range('heightFactor', this.heightFactor, [-1, 1]);
    if (this.widthFactor !== null) this.range('widthFactor', this.widthFactor, [-1, 1]);
  }

  protected override change(images: tf.Tensor): tf.Tensor {
    const [batch, height, width] = images.shape as [number, number, number];
    const zoom = (option: string, factor: Factor) =>
      tf.add(this.draw([batch, 1], this.range(option, factor, [-1, 1])), 1);
    const zy = zoom('heightFactor', this.heightFactor);
    const zx = this.widthFactor === null ? zy : zoom('widthFactor', this.widthFactor);
    const zero = tf.zerosLike(zx);
    const a2 = tf.mul(tf.sub(1, zx), (width - 1) / 2);
    const b2 = tf.mul(tf.sub(1, zy), (height - 1) / 2);
    return transformImages(images, tf.concat([zx, zero, a2, zero, zy, b2], 1), this.transform);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), height_factor: this.heightFactor, width_factor: this.widthFactor };
  }
}
