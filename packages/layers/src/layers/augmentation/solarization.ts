import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, type Range, readFactor } from './factor';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawUniform } from './random-values';
import { BYTES, changeRange, readValueRange, type ValueRangeOptions } from './value-range';

export interface SolarizationOptions extends RandomImageOptions, ValueRangeOptions {
  /** The range of what is added first, as parts of 255; one number is the range from 0. Default 0. */
  additionFactor?: Factor;
  /** The range of the values from which on pixels are inverted, as parts of 255; one number is the range from 0. Default 0. */
  thresholdFactor?: Factor;
}

interface Solarize {
  additions: tf.Tensor;
  thresholds: tf.Tensor;
}

/**
 * In training adds a number to each image and inverts what is then not below a threshold: with `x = clip(image + addition)`,
 * `x < threshold ? x : 255 - x`.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond 0 to 1.
 * Keras class: `keras.layers.Solarization`, which takes parts of 255 for the end of a range but not for its beginning.
 *
 * @example
 * new Solarization().apply(tf.tensor4d([0, 55, 255], [1, 1, 3, 1]), { training: true }).dataSync(); // [255, 200, 0]
 */
export class Solarization extends RandomImageLayer<Solarize> {
  static override readonly className: string = 'Solarization';
  readonly additionFactor: Range;
  readonly thresholdFactor: Range;
  readonly valueRange: Range;

  constructor(options: SolarizationOptions = {}) {
    super(options, ['additionFactor', 'thresholdFactor', 'valueRange']);
    const { additionFactor = 0, thresholdFactor = 0 } = options;
    this.additionFactor = readFactor(this.place, 'additionFactor', additionFactor, [0, 1]);
    this.thresholdFactor = readFactor(this.place, 'thresholdFactor', thresholdFactor, [0, 1]);
    this.valueRange = readValueRange(this.place, options);
  }

  /** What is added to each image, and from where it is inverted, in bytes: `[batch, 1, 1, 1]` each. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): Solarize {
    const inBytes = ([from, to]: Range) =>
      drawUniform(generator, [images.shape[0] as number, 1, 1, 1], [from, to * 255]);
    return { additions: inBytes(this.additionFactor), thresholds: inBytes(this.thresholdFactor) };
  }

  override transformImages(images: tf.Tensor, { additions, thresholds }: Solarize): tf.Tensor {
    const bytes = tf.clipByValue(tf.add(changeRange(images, this.valueRange, BYTES), additions), ...BYTES);
    const solarized = tf.where(tf.less(bytes, thresholds), bytes, tf.sub(255, bytes));
    return changeRange(solarized, BYTES, this.valueRange);
  }

  override getConfig(): Config {
    const { additionFactor, thresholdFactor, valueRange } = this;
    return {
      ...super.getConfig(),
      addition_factor: additionFactor,
      threshold_factor: thresholdFactor,
      value_range: valueRange,
    };
  }
}
