import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';

export interface RandomContrastOptions extends RandomImageOptions {
  /** How much less and how much more contrast there may be; one number stands for both. */
  factor: number | readonly [number, number];
  /** The least and the greatest value of a pixel. Default [0, 255]. */
  valueRange?: readonly [number, number];
}

/**
 * In training moves the pixels of each image from or to their mean: `(image - mean) * factor + mean`, per channel.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond 0 to 1.
 * Keras class: `keras.layers.RandomContrast`.
 *
 * @example
 * new RandomContrast({ factor: 0.2 }).apply(tf.ones([1, 4, 4, 1]), { training: true }).shape; // [1, 4, 4, 1]
 */
export class RandomContrast extends RandomImageLayer {
  static override readonly className: string = 'RandomContrast';
  readonly factor: readonly [number, number];
  readonly valueRange: readonly [number, number];

  constructor(options: RandomContrastOptions) {
    super(options, ['factor', 'valueRange']);
    const { factor } = options;
    const [less, more] = typeof factor === 'number' ? [factor, factor] : factor;
    this.range('factor', [less, more], [0, 1]);
    this.factor = [less, more];
    this.valueRange = options.valueRange ?? [0, 255];
  }

  protected override change(images: tf.Tensor): tf.Tensor {
    const [less, more] = this.factor;
    const [least, most] = this.valueRange;
    const factor = this.draw([images.shape[0] as number, 1, 1, 1], [1 - less, 1 + more]);
    const mean = tf.mean(images, [1, 2], true);
    return tf.clipByValue(tf.add(tf.mul(tf.sub(images, mean), factor), mean), least, most);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor, value_range: this.valueRange };
  }
}
