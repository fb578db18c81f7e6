import { type SeedGenerator, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { boxMask, drawSpan } from './boxes';
import { type Factor, type Range, readFactor } from './factor';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawChosen, drawUniform, perImage } from './random-values';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomErasingOptions extends RandomImageOptions, ValueRangeOptions {
  /** The range from which the probability of each image to lose a piece is drawn; one number is the range from 0. Default 1. */
  factor?: Factor;
  /** The range of the square of a piece's height and of its width, as parts of the image's. Default [0.02, 0.33]. */
  scale?: Factor;
  /** What stands in the piece: one number, or one for each of three channels. Default: normal noise times the greatest value. */
  fillValue?: number | readonly [number, number, number] | null;
}

interface Erase {
  applyErasing: tf.Tensor;
  batchMasks: tf.Tensor;
  fillValue: tf.Tensor;
}

/**
 * In training erases a box of images, so that a network does not rely on one part: `inBox ? fill : image`.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond 0 to 1.
 * Zhong et al. 2017. Keras class: `keras.layers.RandomErasing`.
 *
 * @example
 * const layer = new RandomErasing({ factor: [1, 1], scale: [1, 1], fillValue: 7 }); // the box is the whole image
 * layer.apply(tf.ones([1, 1, 2, 1]), { training: true }).dataSync(); // [7, 7]
 */
export class RandomErasing extends RandomImageLayer<Erase> {
  static override readonly className: string = 'RandomErasing';
  readonly factor: Range;
  readonly scale: Range;
  readonly fillValue: number | readonly [number, number, number] | null;
  readonly valueRange: Range;

  constructor(options: RandomErasingOptions = {}) {
    super(options, ['factor', 'scale', 'fillValue', 'valueRange']);
    const { factor = 1, scale = [0.02, 0.33], fillValue = null } = options;
    this.factor = readFactor(this.place, 'factor', factor, [0, 1]);
    this.scale = readFactor(this.place, 'scale', scale, [0, 1]);
    this.valueRange = readValueRange(this.place, options);
    this.fillValue = fillValue;
    const isColor = Array.isArray(fillValue) && fillValue.length === 3;
    if (fillValue === null || typeof fillValue === 'number' || isColor) return;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: '`fillValue` must be a number or a list of three',
      received: fillValue,
      remedy: 'Pass for example 0, or [255, 0, 0], or leave it out for noise.',
    });
  }

  /** Whether each image loses a piece, `bool[batch]`, which pixels are in it, and what stands there. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): Erase {
    const [batch, height, width] = images.shape as [number, number, number];
    const [tall, wide] = [this.#share(generator, batch), this.#share(generator, batch)];
    const [x, y] = [drawSpan(generator, wide, width), drawSpan(generator, tall, height)];
    return {
      batchMasks: boxMask(height, width, x, y),
      applyErasing: drawChosen(generator, batch, this.factor),
      fillValue: tf.clipByValue(this.#fill(images, generator), ...this.valueRange),
    };
  }

  override transformImages(images: tf.Tensor, { applyErasing, batchMasks, fillValue }: Erase): tf.Tensor {
    return tf.where(tf.logicalAnd(batchMasks, perImage(applyErasing)), tf.add(tf.zerosLike(images), fillValue), images);
  }

  override getConfig(): Config {
    const { factor, scale, fillValue, valueRange } = this;
    return { ...super.getConfig(), factor, scale, fill_value: fillValue, value_range: valueRange };
  }

  #share(generator: SeedGenerator, batch: number): tf.Tensor {
    return tf.sqrt(drawUniform(generator, [batch], this.scale));
  }

  #fill(images: tf.Tensor, generator: SeedGenerator): tf.Tensor {
    if (this.fillValue === null) return generator.normal(images.shape, { stddev: this.valueRange[1] });
    return typeof this.fillValue === 'number' ? tf.scalar(this.fillValue) : tf.tensor1d([...this.fillValue]);
  }
}
