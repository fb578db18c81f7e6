import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectOneOf } from '../checks';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';

const MODES = ['horizontal', 'vertical', 'horizontal_and_vertical'] as const;

export interface RandomFlipOptions extends RandomImageOptions {
  /** Default `horizontal_and_vertical`. */
  mode?: (typeof MODES)[number];
}

/**
 * In training mirrors each image with probability 1/2: left and right, up and down, or both at once.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Keras class: `keras.layers.RandomFlip`.
 *
 * @example
 * const layer = new RandomFlip({ mode: 'horizontal', seed: 0 });
 * layer.apply(tf.tensor4d([1, 2, 3], [1, 1, 3, 1]), { training: true }).dataSync(); // [3, 2, 1]
 */
export class RandomFlip extends RandomImageLayer<{ flips: tf.Tensor }> {
  static override readonly className: string = 'RandomFlip';
  readonly mode: (typeof MODES)[number];

  constructor(options: RandomFlipOptions = {}) {
    super(options, ['mode']);
    const { mode = 'horizontal_and_vertical' } = options;
    expectOneOf(this.place, 'mode', mode, MODES);
    this.mode = mode;
  }

  /** Whether each image is mirrored, `[batch, 1, 1, 1]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { flips: tf.Tensor } {
    return { flips: tf.lessEqual(generator.uniform([images.shape[0] as number, 1, 1, 1]), 0.5) };
  }

  override transformImages(images: tf.Tensor, { flips }: { flips: tf.Tensor }): tf.Tensor {
    const axes = [...(this.mode.includes('vertical') ? [1] : []), ...(this.mode.includes('horizontal') ? [2] : [])];
    return tf.where(flips, tf.reverse(images, axes), images);
  }

  override transformSegmentationMasks(masks: tf.Tensor, transformation: { flips: tf.Tensor }): tf.Tensor {
    return this.transformImages(masks, transformation);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), mode: this.mode };
  }
}
