import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { hsvToRgb, rgbToHsv } from './color-space';
import { type Factor, type Range, readFactor } from './factor';
import { expectColors } from './image-layer';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawUniform, perImage } from './random-values';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomSaturationOptions extends RandomImageOptions, ValueRangeOptions {
  /** The range of how colourful images become: 0 grey, 0.5 as they are, towards 1 all colour. */
  factor: Factor;
}

/** What Keras adds to a denominator. */
const EPSILON = 1e-7;

/**
 * In training makes each image paler or more colourful: `saturation * factor / (1 - factor)`, cut to the range of values.
 *
 * Images `[batch, height, width, 3]` or without the batch; the shape stays. Throws on factors beyond -1 to 1 and other channels.
 * Keras class: `keras.layers.RandomSaturation`.
 *
 * @example
 * const layer = new RandomSaturation({ factor: [0, 0] });
 * layer.apply(tf.tensor4d([200, 100, 0], [1, 1, 1, 3]), { training: true }).dataSync(); // [200, 200, 200]
 */
export class RandomSaturation extends RandomImageLayer<{ factor: tf.Tensor }> {
  static override readonly className: string = 'RandomSaturation';
  readonly factor: Range;
  readonly valueRange: Range;

  constructor(options: RandomSaturationOptions) {
    super(options, ['factor', 'valueRange']);
    this.factor = readFactor(this.place, 'factor', options.factor, [-1, 1]);
    this.valueRange = readValueRange(this.place, options);
  }

  /** What the saturation of each image is multiplied by, `[batch]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { factor: tf.Tensor } {
    const factor = drawUniform(generator, [images.shape[0] as number], this.factor);
    return { factor: tf.div(factor, tf.add(tf.sub(1, factor), EPSILON)) };
  }

  override transformImages(images: tf.Tensor, { factor }: { factor: tf.Tensor }): tf.Tensor {
    expectColors(this.place, images);
    const [hue, saturation, value] = rgbToHsv(images);
    return hsvToRgb(hue, tf.clipByValue(tf.mul(saturation, perImage(factor)), ...this.valueRange), value);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor, value_range: this.valueRange };
  }
}
