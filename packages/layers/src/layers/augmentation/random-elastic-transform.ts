import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectOneOf } from '../checks';
import { FILL_MODES, type FillMode } from './affine-transform';
import { gaussianKernel, weighNeighbours } from './blur-images';
import { type Factor, type Range, readFactor } from './factor';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawChosen, drawUniform, perImage } from './random-values';
import { INTERPOLATIONS, pixelPlaces, type SampleOptions, sampleImages } from './sample-images';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomElasticTransformOptions extends RandomImageOptions, ValueRangeOptions {
  /** The range from which the probability of each image to change is drawn; one number is the range from 0. Default 1. */
  factor?: Factor;
  /** The range of how strongly, from 0 to 1; one number is the range from 0. Default 1. */
  scale?: Factor;
  /** Default `bilinear`. */
  interpolation?: 'bilinear' | 'nearest';
  /** What is seen beyond the edge. Default `reflect`. */
  fillMode?: FillMode;
  /** With `fillMode: 'constant'`: the value beyond the edge. Default 0. */
  fillValue?: number;
}

interface Elastic {
  applyTransform: tf.Tensor;
  distortionFactor: tf.Tensor;
  noise: tf.Tensor;
}

/**
 * In training bends images like rubber: `out(x, y) = image(x + alpha dx, y + alpha dy)`, dx and dy being normal noise blurred by a bell
 * of width sigma.
 *
 * With `s` drawn from `scale` once for the batch, `alpha = 0.1 s max(height, width)` and `sigma = 0.05 s min(height, width)`.
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond 0 to 1.
 * Simard et al. 2003. Keras class: `keras.layers.RandomElasticTransform`.
 *
 * @example
 * new RandomElasticTransform().apply(tf.ones([1, 4, 4, 1]), { training: true }).shape; // [1, 4, 4, 1]
 */
export class RandomElasticTransform extends RandomImageLayer<Elastic | null> {
  static override readonly className: string = 'RandomElasticTransform';
  readonly factor: Range;
  readonly scale: Range;
  readonly interpolation: 'bilinear' | 'nearest';
  readonly fillMode: FillMode;
  readonly fillValue: number;
  readonly valueRange: Range;

  constructor(options: RandomElasticTransformOptions = {}) {
    super(options, ['factor', 'scale', 'interpolation', 'fillMode', 'fillValue', 'valueRange']);
    const { factor = 1, scale = 1, interpolation = 'bilinear', fillMode = 'reflect', fillValue = 0 } = options;
    this.factor = readFactor(this.place, 'factor', factor, [0, 1]);
    this.scale = readFactor(this.place, 'scale', scale, [0, 1]);
    expectOneOf(this.place, 'interpolation', interpolation, INTERPOLATIONS);
    expectOneOf(this.place, 'fillMode', fillMode, FILL_MODES);
    this.interpolation = interpolation;
    this.fillMode = fillMode;
    this.fillValue = fillValue;
    this.valueRange = readValueRange(this.place, options);
  }

  /** Whether each image changes, `bool[batch]`, how strongly, a scalar, and noise for x and y, `[batch, height, width, 2]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): Elastic | null {
    if (this.scale[1] === 0 || this.factor[1] === 0) return null;
    const [batch, height, width] = images.shape as [number, number, number];
    return {
      applyTransform: drawChosen(generator, batch, this.factor),
      distortionFactor: drawUniform(generator, [], this.scale),
      noise: generator.normal([batch, height, width, 2]),
    };
  }

  override transformImages(images: tf.Tensor, transformation: Elastic | null): tf.Tensor {
    return this.#bend(images, transformation, this.interpolation);
  }

  override transformSegmentationMasks(masks: tf.Tensor, transformation: Elastic | null): tf.Tensor {
    return this.#bend(masks, transformation, 'nearest');
  }

  override getConfig(): Config {
    const { factor, scale, interpolation, fillMode, fillValue, valueRange } = this;
    return {
      ...super.getConfig(),
      ...{ factor, scale, interpolation, fill_mode: fillMode, fill_value: fillValue, value_range: valueRange },
    };
  }

  #bend(images: tf.Tensor, transformation: Elastic | null, interpolation: 'bilinear' | 'nearest'): tf.Tensor {
    if (transformation === null) return images;
    const { applyTransform, distortionFactor, noise } = transformation;
    const [batch, height, width] = images.shape as [number, number, number];
    const alpha = tf.mul(distortionFactor, 0.1 * Math.max(height, width));
    const sigma = tf.mul(distortionFactor, 0.05 * Math.min(height, width));
    // The kernel of what was drawn lies within that of the most that can be drawn: shapes in a step must be known.
    const most = 3 * Math.floor(0.05 * Math.min(height, width) * this.scale[1]);
    const bell = gaussianKernel(2 * most + 1, sigma, tf.mul(tf.floor(sigma), 3));
    const kernel = tf.mul(tf.expandDims(bell, 1), tf.expandDims(bell, 0));
    const shifts = tf.mul(weighNeighbours(tf.mul(noise, sigma), kernel), alpha);
    const [dx, dy] = tf.split(tf.reshape(shifts, [batch, height * width, 2]), 2, 2) as [tf.Tensor, tf.Tensor];
    const [columns, rows] = pixelPlaces(height, width);
    const options: SampleOptions = { interpolation, fillValue: this.fillValue };
    if (this.fillMode !== 'constant') options.pixelFor = PIXEL_FOR[this.fillMode];
    const bent = sampleImages(images, tf.add(tf.squeeze(dx, [2]), columns), tf.add(tf.squeeze(dy, [2]), rows), options);
    const changed = tf.where(perImage(applyTransform), tf.reshape(bent, images.shape), images);
    return tf.clipByValue(changed, ...this.valueRange);
  }
}

/** Which pixel is read for one beyond the edge, as `keras.ops.image.map_coordinates` has it. */
const PIXEL_FOR: Record<Exclude<FillMode, 'constant'>, NonNullable<SampleOptions['pixelFor']>> = {
  nearest: (index, length) => tf.clipByValue(index, 0, length - 1),
  wrap: (index, length) => remainder(index, length),
  reflect: (index, length) => {
    const place = remainder(tf.abs(index), 2 * length);
    return tf.where(tf.less(place, length), place, tf.sub(2 * length - 1, place));
  },
};

function remainder(index: tf.Tensor, length: number): tf.Tensor {
  return tf.sub(index, tf.mul(tf.floor(tf.div(index, length)), length));
}
