import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { weighNeighbours } from './blur-images';
import { type Factor, type Range, readFactor } from './factor';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawUniform, perImage } from './random-values';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomSharpnessOptions extends RandomImageOptions, ValueRangeOptions {
  /** The range of how sharp images become: 0 smooth, 0.5 as they are, 1 sharp; one number is the range from 0. */
  factor: Factor;
}

/** How much a pixel and its neighbours count in a smooth image. */
const SMOOTHING = [
  [1 / 13, 1 / 13, 1 / 13],
  [1 / 13, 5 / 13, 1 / 13],
  [1 / 13, 1 / 13, 1 / 13],
];

/**
 * In training makes each image smoother or sharper: `clip(image + (1 - 2 factor) * (smooth - image), min, max)`.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond 0 to 1.
 * Keras class: `keras.layers.RandomSharpness`.
 *
 * @example
 * const layer = new RandomSharpness({ factor: [0, 0] });
 * layer.apply(tf.tensor4d([0, 13, 0], [1, 1, 3, 1]), { training: true }).dataSync(); // about [1, 5, 1]
 */
export class RandomSharpness extends RandomImageLayer<{ factor: tf.Tensor }> {
  static override readonly className: string = 'RandomSharpness';
  readonly factor: Range;
  readonly valueRange: Range;

  constructor(options: RandomSharpnessOptions) {
    super(options, ['factor', 'valueRange']);
    this.factor = readFactor(this.place, 'factor', options.factor, [0, 1]);
    this.valueRange = readValueRange(this.place, options);
  }

  /** How sharp each image becomes, `[batch]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { factor: tf.Tensor } {
    return { factor: drawUniform(generator, [images.shape[0] as number], this.factor) };
  }

  override transformImages(images: tf.Tensor, { factor }: { factor: tf.Tensor }): tf.Tensor {
    const smooth = weighNeighbours(images, tf.tensor2d(SMOOTHING));
    const share = tf.sub(1, tf.mul(perImage(factor), 2));
    return tf.clipByValue(tf.add(images, tf.mul(share, tf.sub(smooth, images))), ...this.valueRange);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor, value_range: this.valueRange };
  }
}
