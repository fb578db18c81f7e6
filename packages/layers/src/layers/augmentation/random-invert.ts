import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, type Range, readFactor } from './factor';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawChosen, perImage } from './random-values';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomInvertOptions extends RandomImageOptions, ValueRangeOptions {
  /** The range from which the probability of each image to be inverted is drawn; one number is the range from 0. Default 1. */
  factor?: Factor;
}

/**
 * In training turns images into their negatives: `max - image`.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond 0 to 1.
 * Keras class: `keras.layers.RandomInvert`.
 *
 * @example
 * const layer = new RandomInvert({ factor: [1, 1] });
 * layer.apply(tf.tensor4d([255, 5], [1, 1, 2, 1]), { training: true }).dataSync(); // [0, 250]
 */
export class RandomInvert extends RandomImageLayer<{ applyInversion: tf.Tensor }> {
  static override readonly className: string = 'RandomInvert';
  readonly factor: Range;
  readonly valueRange: Range;

  constructor(options: RandomInvertOptions = {}) {
    super(options, ['factor', 'valueRange']);
    this.factor = readFactor(this.place, 'factor', options.factor ?? 1, [0, 1]);
    this.valueRange = readValueRange(this.place, options);
  }

  /** Whether each image is inverted, `bool[batch]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { applyInversion: tf.Tensor } {
    return { applyInversion: drawChosen(generator, images.shape[0] as number, this.factor) };
  }

  override transformImages(images: tf.Tensor, { applyInversion }: { applyInversion: tf.Tensor }): tf.Tensor {
    return tf.where(perImage(applyInversion), tf.sub(this.valueRange[1], images), images);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor, value_range: this.valueRange };
  }
}
