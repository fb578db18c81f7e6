import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectNumber, fraction } from '../../registry/options';
import { rgbToGrayscale } from './color-space';
import { expectColors } from './image-layer';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { perImage } from './random-values';

export interface RandomGrayscaleOptions extends RandomImageOptions {
  /** The probability of an image to turn grey. Default 0.5. */
  factor?: number;
}

/**
 * In training turns each image grey with a probability: `grey = 0.2989 r + 0.587 g + 0.114 b` in all three channels.
 *
 * Images `[batch, height, width, 3]` or without the batch; the shape stays. Throws on a factor beyond 0 to 1 and other channels.
 * Keras class: `keras.layers.RandomGrayscale`, whose config does not name the seed.
 *
 * @example
 * const layer = new RandomGrayscale({ factor: 1 });
 * layer.apply(tf.tensor4d([100, 0, 0], [1, 1, 1, 3]), { training: true }).dataSync(); // about [29.89, 29.89, 29.89]
 */
export class RandomGrayscale extends RandomImageLayer<{ shouldApply: tf.Tensor }> {
  static override readonly className: string = 'RandomGrayscale';
  readonly factor: number;

  constructor(options: RandomGrayscaleOptions = {}) {
    super(options, ['factor']);
    const { factor = 0.5 } = options;
    expectNumber(this.place, 'factor', factor, fraction);
    this.factor = factor;
  }

  /** Whether each image turns grey, `bool[batch, 1, 1, 1]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { shouldApply: tf.Tensor } {
    return { shouldApply: perImage(tf.less(generator.uniform([images.shape[0] as number]), this.factor)) };
  }

  override transformImages(images: tf.Tensor, { shouldApply }: { shouldApply: tf.Tensor }): tf.Tensor {
    expectColors(this.place, images);
    return tf.where(shouldApply, tf.tile(rgbToGrayscale(images), [1, 1, 1, 3]), images);
  }

  override getConfig(): Config {
    const { seed: _seed, ...config } = super.getConfig();
    return { ...config, factor: this.factor };
  }
}
