import { inWords, type SeedGenerator, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { perAxis } from '../checks';
import { gaussianKernel, weighNeighbours } from './blur-images';
import { type Factor, type Range, readFactor } from './factor';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawChosen, drawUniform, perImage } from './random-values';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomGaussianBlurOptions extends RandomImageOptions, ValueRangeOptions {
  /** The range from which the probability of each image to be blurred is drawn; one number is the range from 0. Default 1. */
  factor?: Factor;
  /** The odd height and width of what is mixed into one pixel. Default 3. */
  kernelSize?: number | readonly [number, number];
  /** The range of the width of the bell, in pixels, from 0 to 1. Default 1: from 0 to 1. */
  sigma?: Factor;
}

interface Blur {
  shouldApplyBlur: tf.Tensor;
  blurFactor: tf.Tensor;
}

/**
 * In training blurs images: each pixel becomes a mean of its neighbours weighed by `exp(-x² / 2 sx² - y² / 2 sy²)`.
 *
 * Which images is drawn for each, how much once for the batch, as in Keras. Images `[batch, height, width, channels]` or without
 * the batch; the shape stays. Throws on an even kernel, and factors beyond 0 to 1. Keras class: `keras.layers.RandomGaussianBlur`.
 *
 * @example
 * const layer = new RandomGaussianBlur({ factor: [1, 1], kernelSize: 3, sigma: [1, 1] });
 * layer.apply(tf.tensor4d([0, 0, 8, 0, 0], [1, 1, 5, 1]), { training: true }).dataSync(); // about [0, 0.99, 1.63, 0.99, 0]
 */
export class RandomGaussianBlur extends RandomImageLayer<Blur> {
  static override readonly className: string = 'RandomGaussianBlur';
  readonly factor: Range;
  readonly kernelSize: readonly number[];
  readonly sigma: Range;
  readonly valueRange: Range;

  constructor(options: RandomGaussianBlurOptions = {}) {
    super(options, ['factor', 'kernelSize', 'sigma', 'valueRange']);
    const { factor = 1, kernelSize = 3, sigma = 1 } = options;
    this.factor = readFactor(this.place, 'factor', factor, [0, 1]);
    this.kernelSize = perAxis(this.place, 'kernelSize', kernelSize, 2);
    this.sigma = readFactor(this.place, 'sigma', sigma, [0, 1]);
    this.valueRange = readValueRange(this.place, options);
    if (this.kernelSize.every((size) => size % 2 === 1)) return;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: '`kernelSize` must be odd, so that a kernel has a middle',
      received: inWords(this.kernelSize.join(' and ')),
      remedy: 'Pass for example 3.',
    });
  }

  /** Whether each image is blurred, `bool[batch]`, and the widths of the bell along x and y, `[2]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): Blur {
    const shouldApplyBlur = drawChosen(generator, images.shape[0] as number, this.factor);
    return { shouldApplyBlur, blurFactor: tf.add(drawUniform(generator, [2], this.sigma), 1e-6) };
  }

  override transformImages(images: tf.Tensor, { shouldApplyBlur, blurFactor }: Blur): tf.Tensor {
    const [sigmaX, sigmaY] = tf.split(blurFactor, 2) as [tf.Tensor, tf.Tensor];
    const [first, second] = this.kernelSize as [number, number];
    // Keras takes the first size for x and then reads the product as [first, second].
    const product = tf.mul(
      tf.reshape(gaussianKernel(second, sigmaY), [second, 1]),
      tf.reshape(gaussianKernel(first, sigmaX), [1, first]),
    );
    const blurred = weighNeighbours(images, tf.reshape(product, [first, second]));
    return tf.clipByValue(tf.where(perImage(shouldApplyBlur), blurred, images), ...this.valueRange);
  }

  override getConfig(): Config {
    const { factor, kernelSize, sigma, valueRange } = this;
    return { ...super.getConfig(), factor, kernel_size: kernelSize, sigma, value_range: valueRange };
  }
}
