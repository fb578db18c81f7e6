import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, type Range, readFactor } from './factor';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawIntegers, perImage } from './random-values';
import { BYTES, changeRange, readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomPosterizationOptions extends RandomImageOptions, ValueRangeOptions {
  /** How many of 8 bits each value keeps: a range without its end, or one number for the range from 1. */
  factor: Factor;
}

/**
 * In training leaves each image few values: all but the first bits of a byte become 0, `floor(image / 2^s) * 2^s`.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond 1 to 8.
 * Keras class: `keras.layers.RandomPosterization`.
 *
 * @example
 * const layer = new RandomPosterization({ factor: [2, 2] });
 * layer.apply(tf.tensor4d([10, 100, 200], [1, 1, 3, 1]), { training: true }).dataSync(); // [0, 64, 192]
 */
export class RandomPosterization extends RandomImageLayer<{ shiftFactor: tf.Tensor }> {
  static override readonly className: string = 'RandomPosterization';
  readonly factor: Range;
  readonly valueRange: Range;

  constructor(options: RandomPosterizationOptions) {
    super(options, ['factor', 'valueRange']);
    this.factor = readFactor(this.place, 'factor', options.factor, [1, 8]);
    this.valueRange = readValueRange(this.place, options);
  }

  /** How many bits of each image become 0, `[batch]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { shiftFactor: tf.Tensor } {
    const shape = [images.shape[0] as number];
    const [from, to] = this.factor;
    const kept = from === to ? tf.fill(shape, from) : drawIntegers(generator, shape, this.factor);
    return { shiftFactor: tf.sub(8, kept) };
  }

  override transformImages(images: tf.Tensor, { shiftFactor }: { shiftFactor: tf.Tensor }): tf.Tensor {
    const step = tf.pow(2, perImage(shiftFactor));
    const bytes = changeRange(images, this.valueRange, BYTES);
    return changeRange(tf.mul(tf.floor(tf.div(bytes, step)), step), BYTES, this.valueRange);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor, value_range: this.valueRange };
  }
}
