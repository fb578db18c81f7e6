import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, RandomTransformLayer, type RandomTransformOptions } from './random-image-layer';
import { transformImages } from './transform-images';

export interface RandomRotationOptions extends RandomTransformOptions {
  /** The range of turns, as parts of a full one; above 0 is counter-clockwise. One number stands for both directions. */
  factor: Factor;
}

/**
 * In training turns each image around its middle by a random angle.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond -1 to 1.
 * Keras class: `keras.layers.RandomRotation`.
 *
 * @example
 * new RandomRotation({ factor: 0.1 }).apply(tf.ones([1, 4, 4, 1]), { training: true }).shape; // [1, 4, 4, 1]
 */
export class RandomRotation extends RandomTransformLayer {
  static override readonly className: string = 'RandomRotation';
  readonly factor: readonly [number, number];

  constructor(options: RandomRotationOptions) {
    super(options, ['factor']);
    this.factor = this.range('factor', options.factor, [-1, 1]);
  }

  protected override change(images: tf.Tensor): tf.Tensor {
    const [batch, height, width] = images.shape as [number, number, number];
    const angle = tf.mul(this.draw([batch, 1], this.factor), 2 * Math.PI);
    const [cos, sin] = [tf.cos(angle), tf.sin(angle)];
    const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
    // The middle stays: a2 = cx - cx cos + cy sin, b2 = cy - cx sin - cy cos.
    const a2 = tf.sub(tf.add(tf.mul(sin, cy), cx), tf.mul(cos, cx));
    const b2 = tf.sub(tf.sub(cy, tf.mul(sin, cx)), tf.mul(cos, cy));
    return transformImages(images, tf.concat([cos, tf.neg(sin), a2, sin, cos, b2], 1), this.transform);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor };
  }
}
