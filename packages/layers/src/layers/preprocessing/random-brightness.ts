import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, RandomImageLayer, type RandomImageOptions } from './random-image-layer';

export interface RandomBrightnessOptions extends RandomImageOptions {
  /** The range of what is added, as parts of the range of values. */
  factor: Factor;
  /** The least and the greatest value of a pixel. Default [0, 255]. */
  valueRange?: readonly [number, number];
}

/**
 * In training makes each image brighter or darker: `clip(image + delta * (max - min), min, max)`.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond -1 to 1.
 * Keras class: `keras.layers.RandomBrightness`.
 *
 * @example
 * new RandomBrightness({ factor: [0.5, 0.5], valueRange: [0, 1] }).apply(tf.zeros([1, 1, 1, 1]), { training: true }).arraySync();
 * // [[[[0.5]]]]
 */
export class RandomBrightness extends RandomImageLayer {
  static override readonly className: string = 'RandomBrightness';
  readonly factor: readonly [number, number];
  readonly valueRange: readonly [number, number];

  constructor(options: RandomBrightnessOptions) {
    super(options, ['factor', 'valueRange']);
    this.factor = this.range('factor', options.factor, [-1, 1]);
    const [a, b] = options.valueRange ?? [0, 255];
    this.valueRange = [Math.min(a, b), Math.max(a, b)];
  }

  protected override change(images: tf.Tensor): tf.Tensor {
    const [least, most] = this.valueRange;
    const delta = tf.mul(this.draw([images.shape[0] as number, 1, 1, 1], this.factor), most - least);
    return tf.clipByValue(tf.add(images, delta), least, most);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor, value_range: this.valueRange };
  }
}
