import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, type Range, readFactor } from './factor';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawUniform } from './random-values';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomContrastOptions extends RandomImageOptions, ValueRangeOptions {
  /** How much less and how much more contrast there may be, from 0 to 1; one number says how much more. */
  factor: Factor;
}

/**
 * In training moves the pixels of each image from or to their mean: `clip((image - mean) * c + mean, min, max)`, the mean of each
 * channel, `c` from `1 - factor[0]` to `1 + factor[1]`.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond 0 to 1.
 * Keras class: `keras.layers.RandomContrast`.
 *
 * @example
 * const layer = new RandomContrast({ factor: [0, 0.2], seed: 0 });
 * layer.apply(tf.fill([1, 4, 4, 1], 3), { training: true }).dataSync()[0]; // 3: one colour stays one colour
 */
export class RandomContrast extends RandomImageLayer<{ contrastFactor: tf.Tensor }> {
  static override readonly className: string = 'RandomContrast';
  readonly factor: Range;
  readonly valueRange: Range;

  constructor(options: RandomContrastOptions) {
    super(options, ['factor', 'valueRange']);
    this.factor = readFactor(this.place, 'factor', options.factor, [0, 1]);
    this.valueRange = readValueRange(this.place, options);
  }

  /** What the distance to the mean is multiplied by in each image, `[batch, 1, 1, 1]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { contrastFactor: tf.Tensor } {
    const [less, more] = this.factor;
    return { contrastFactor: drawUniform(generator, [images.shape[0] as number, 1, 1, 1], [1 - less, 1 + more]) };
  }

  override transformImages(images: tf.Tensor, { contrastFactor }: { contrastFactor: tf.Tensor }): tf.Tensor {
    const mean = tf.mean(images, [1, 2], true);
    return tf.clipByValue(tf.add(tf.mul(tf.sub(images, mean), contrastFactor), mean), ...this.valueRange);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor, value_range: this.valueRange };
  }
}
