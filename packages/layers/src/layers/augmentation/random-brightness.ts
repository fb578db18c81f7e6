import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, type Range, readFactor } from './factor';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawUniform } from './random-values';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomBrightnessOptions extends RandomImageOptions, ValueRangeOptions {
  /** The range of what is added, as parts of the range of values. */
  factor: Factor;
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
export class RandomBrightness extends RandomImageLayer<{ rgbDelta: tf.Tensor }> {
  static override readonly className: string = 'RandomBrightness';
  readonly factor: Range;
  readonly valueRange: Range;

  constructor(options: RandomBrightnessOptions) {
    super(options, ['factor', 'valueRange']);
    this.factor = readFactor(this.place, 'factor', options.factor, [-1, 1]);
    this.valueRange = readValueRange(this.place, options);
  }

  /** What is added to each image, `[batch, 1, 1, 1]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { rgbDelta: tf.Tensor } {
    const [least, most] = this.valueRange;
    const delta = drawUniform(generator, [images.shape[0] as number, 1, 1, 1], this.factor);
    return { rgbDelta: tf.mul(delta, most - least) };
  }

  override transformImages(images: tf.Tensor, { rgbDelta }: { rgbDelta: tf.Tensor }): tf.Tensor {
    return tf.clipByValue(tf.add(images, rgbDelta), ...this.valueRange);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor, value_range: this.valueRange };
  }
}
