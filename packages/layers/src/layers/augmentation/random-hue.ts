import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { hsvToRgb, rgbToHsv } from './color-space';
import { type Factor, type Range, readFactor } from './factor';
import { expectColors } from './image-layer';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawSigns, drawUniform, perImage } from './random-values';
import { changeRange, readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomHueOptions extends RandomImageOptions, ValueRangeOptions {
  /** The range of how far hues move, in half turns of the colour wheel, from 0 to 1; one number is the range from 0 to it. */
  factor: Factor;
}

/**
 * In training turns the colours of each image along the wheel: `hue + ± factor / 2`, going round at 0 and 1.
 *
 * Images `[batch, height, width, 3]` or without the batch; the shape stays. Throws on factors beyond 0 to 1 and other channels.
 * Keras class: `keras.layers.RandomHue`.
 *
 * @example
 * const layer = new RandomHue({ factor: [1, 1] }); // half a turn: red becomes cyan
 * layer.apply(tf.tensor4d([255, 0, 0], [1, 1, 1, 3]), { training: true }).dataSync(); // about [0, 255, 255]
 */
export class RandomHue extends RandomImageLayer<{ factor: tf.Tensor }> {
  static override readonly className: string = 'RandomHue';
  readonly factor: Range;
  readonly valueRange: Range;

  constructor(options: RandomHueOptions) {
    super(options, ['factor', 'valueRange']);
    this.factor = readFactor(this.place, 'factor', options.factor, [0, 1]);
    this.valueRange = readValueRange(this.place, options);
  }

  /** How far the hues of each image move, in turns, `[batch]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { factor: tf.Tensor } {
    const shape = [images.shape[0] as number];
    const sign = drawSigns(generator, shape);
    return { factor: tf.mul(tf.mul(drawUniform(generator, shape, this.factor), sign), 0.5) };
  }

  override transformImages(images: tf.Tensor, { factor }: { factor: tf.Tensor }): tf.Tensor {
    expectColors(this.place, images);
    const [hue, saturation, value] = rgbToHsv(changeRange(images, this.valueRange, [0, 1]));
    const moved = tf.add(hue, perImage(factor));
    const below = tf.where(tf.greater(moved, 1), tf.sub(moved, 1), moved);
    const turned = tf.where(tf.less(below, 0), tf.add(below, 1), below);
    return changeRange(tf.clipByValue(hsvToRgb(turned, saturation, value), 0, 1), [0, 1], this.valueRange);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor, value_range: this.valueRange };
  }
}
