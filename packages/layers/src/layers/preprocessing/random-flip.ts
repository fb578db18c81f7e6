import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectOneOf } from '../checks';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';

export interface RandomFlipOptions extends RandomImageOptions {
  /** Default `horizontal_and_vertical`. */
  mode?: 'horizontal' | 'vertical' | 'horizontal_and_vertical';
}

/**
 * In training mirrors each image with probability 1/2, left and right, up and down, or each of them.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Keras class: `keras.layers.RandomFlip`.
 *
 * @example
 * new RandomFlip({ mode: 'horizontal' }).apply(tf.ones([1, 4, 4, 1]), { training: true }).shape; // [1, 4, 4, 1]
 */
export class RandomFlip extends RandomImageLayer {
  static override readonly className: string = 'RandomFlip';
  readonly mode: 'horizontal' | 'vertical' | 'horizontal_and_vertical';

  constructor(options: RandomFlipOptions = {}) {
    super(options, ['mode']);
    const { mode = 'horizontal_and_vertical' } = options;
    expectOneOf(this.place, 'mode', mode, ['horizontal', 'vertical', 'horizontal_and_vertical'] as const);
    this.mode = mode;
  }

  protected override change(images: tf.Tensor): tf.Tensor {
    const sideways = this.mode.includes('horizontal') ? this.#flip(images, 2) : images;
    return this.mode.includes('vertical') ? this.#flip(sideways, 1) : sideways;
  }

  #flip(images: tf.Tensor, axis: number): tf.Tensor {
    const isFlipped = tf.lessEqual(this.draw([images.shape[0] as number, 1, 1, 1], [0, 1]), 0.5);
    return tf.where(isFlipped, tf.reverse(images, axis), images);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), mode: this.mode };
  }
}
