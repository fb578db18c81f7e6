import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import type { Range } from './factor';
import { ImageLayer, type ImageLayerOptions } from './image-layer';
import { BYTES, changeRange, readValueRange, type ValueRangeOptions } from './value-range';

export interface AutoContrastOptions extends ImageLayerOptions, ValueRangeOptions {}

/**
 * Stretches each channel of each image over the whole range of values: `(x - low) * (max - min) / (high - low) + min`.
 *
 * It does so in training and outside of it; a channel of one value stays. Images `[batch, height, width, channels]` or without the
 * batch; the shape stays. Keras class: `keras.layers.AutoContrast`.
 *
 * @example
 * new AutoContrast().apply(tf.tensor4d([100, 110, 120], [1, 1, 3, 1])).dataSync(); // about [0, 127.5, 255]
 */
export class AutoContrast extends ImageLayer {
  static override readonly className: string = 'AutoContrast';
  readonly valueRange: Range;
  protected override readonly onlyInTraining = false;

  constructor(options: AutoContrastOptions = {}) {
    super(options, ['valueRange']);
    this.valueRange = readValueRange(this.place, options);
  }

  override getRandomTransformation(): null {
    return null;
  }

  override transformImages(images: tf.Tensor): tf.Tensor {
    const bytes = changeRange(images, this.valueRange, BYTES);
    const low = tf.min(bytes, [1, 2], true);
    const range = tf.sub(tf.max(bytes, [1, 2], true), low);
    const isFlat = tf.equal(range, 0);
    const scale = tf.div(255, tf.where(isFlat, tf.onesLike(range), range));
    const stretched = tf.clipByValue(tf.sub(tf.mul(bytes, scale), tf.mul(low, scale)), ...BYTES);
    return tf.where(isFlat, images, changeRange(stretched, BYTES, this.valueRange));
  }

  override getConfig(): Config {
    return { ...super.getConfig(), value_range: this.valueRange };
  }
}
