import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { rgbToGrayscale } from './color-space';
import { type Factor, type Range, readFactor } from './factor';
import { expectColors } from './image-layer';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawUniform } from './random-values';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomColorDegenerationOptions extends RandomImageOptions, ValueRangeOptions {
  /** The range of how much colour is taken: 0 nothing, 1 all of it, below 0 some is added. */
  factor: Factor;
}

/**
 * In training takes colour from each image: `clip(image + factor * (grey - image), min, max)`.
 *
 * Images `[batch, height, width, 3]` or without the batch; the shape stays. Throws on factors beyond -1 to 1 and other channels.
 * Keras class: `keras.layers.RandomColorDegeneration`.
 *
 * @example
 * const layer = new RandomColorDegeneration({ factor: [1, 1] });
 * layer.apply(tf.tensor4d([100, 0, 0], [1, 1, 1, 3]), { training: true }).dataSync(); // about [29.89, 29.89, 29.89]
 */
export class RandomColorDegeneration extends RandomImageLayer<{ factor: tf.Tensor }> {
  static override readonly className: string = 'RandomColorDegeneration';
  readonly factor: Range;
  readonly valueRange: Range;

  constructor(options: RandomColorDegenerationOptions) {
    super(options, ['factor', 'valueRange']);
    this.factor = readFactor(this.place, 'factor', options.factor, [-1, 1]);
    this.valueRange = readValueRange(this.place, options);
  }

  /** How much colour each image loses, `[batch, 1, 1, 1]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { factor: tf.Tensor } {
    return { factor: drawUniform(generator, [images.shape[0] as number, 1, 1, 1], this.factor) };
  }

  override transformImages(images: tf.Tensor, { factor }: { factor: tf.Tensor }): tf.Tensor {
    expectColors(this.place, images);
    const degenerated = tf.add(images, tf.mul(factor, tf.sub(rgbToGrayscale(images), images)));
    return tf.clipByValue(degenerated, ...this.valueRange);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor, value_range: this.valueRange };
  }
}
