import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectPositiveInteger } from '../checks';
import type { Range } from './factor';
import { ImageLayer, type ImageLayerOptions } from './image-layer';
import { BYTES, changeRange, readValueRange, type ValueRangeOptions } from './value-range';

export interface EqualizationOptions extends ImageLayerOptions, ValueRangeOptions {
  /** The number of bins of the histogram. Default 256. */
  bins?: number;
}

/**
 * In training makes all values of a channel about equally frequent: a value becomes the share of pixels that are not above it,
 * `round(255 * (cdf[bin] - cdf_min) / (pixels - cdf_min))`.
 *
 * A channel is counted over the whole batch, as in Keras. Images `[batch, height, width, channels]` or without the batch; the shape
 * stays. Throws on bins below 1. Keras class: `keras.layers.Equalization`.
 *
 * @example
 * new Equalization().apply(tf.tensor4d([1, 2, 2, 3], [1, 1, 4, 1]), { training: true }).dataSync(); // [0, 170, 170, 255]
 */
export class Equalization extends ImageLayer {
  static override readonly className: string = 'Equalization';
  readonly bins: number;
  readonly valueRange: Range;

  constructor(options: EqualizationOptions = {}) {
    super(options, ['bins', 'valueRange']);
    const { bins = 256 } = options;
    expectPositiveInteger(this.place, 'bins', bins, 256);
    this.bins = bins;
    this.valueRange = readValueRange(this.place, options);
  }

  override getRandomTransformation(): null {
    return null;
  }

  override transformImages(images: tf.Tensor): tf.Tensor {
    const channels = tf.split(images, images.shape[3] as number, 3);
    return tf.concat(
      channels.map((channel) => this.#equalize(channel)),
      3,
    );
  }

  #equalize(channel: tf.Tensor): tf.Tensor {
    const { bins, valueRange } = this;
    const bytes = changeRange(channel, valueRange, BYTES);
    // Keras counts and looks up in two ways, which rounding sets apart by a bin here and there.
    const counted = binOf(tf.div(tf.mul(bytes, bins - 1), 255), bins);
    const lookedUp = binOf(tf.mul(tf.div(bytes, 255), bins - 1), bins);
    const histogram = tf.unsortedSegmentSum(tf.ones([channel.size]), counted, bins);
    const cumulated = tf.cumsum(histogram);
    const least = tf.min(tf.where(tf.greater(cumulated, 0), cumulated, tf.fill([bins], channel.size)));
    const span = tf.maximum(tf.sub(channel.size, least), 1);
    const table = tf.clipByValue(tf.round(tf.div(tf.mul(tf.sub(cumulated, least), 255), span)), ...BYTES);
    const equalized = tf.reshape(tf.gather(table, lookedUp), channel.shape);
    const isOneValue = tf.lessEqual(tf.sum(tf.cast(tf.greater(histogram, 0), 'float32')), 1);
    return changeRange(tf.where(isOneValue, bytes, equalized), BYTES, valueRange);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), bins: this.bins, value_range: this.valueRange };
  }
}

function binOf(scaled: tf.Tensor, bins: number): tf.Tensor1D {
  return tf.cast(tf.reshape(tf.clipByValue(tf.floor(scaled), 0, bins - 1), [-1]), 'int32') as tf.Tensor1D;
}
