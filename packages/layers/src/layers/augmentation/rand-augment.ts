import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectOneOf, expectPositiveInteger } from '../checks';
import { applyChoice, augmentations, type Choice, drawAll } from './augmentations';
import { type Factor, type Range, readFactor } from './factor';
import type { ImageLayer } from './image-layer';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawIntegers } from './random-values';
import { INTERPOLATIONS } from './sample-images';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandAugmentOptions extends RandomImageOptions, ValueRangeOptions {
  /** How many changes are made one after the other. Default 2. */
  numOps?: number;
  /** The range of how strong each is, from 0 to 1; one number is the range from 0. Default 0.5. */
  factor?: Factor;
  /** Of the changes that move pixels. Default `bilinear`. */
  interpolation?: 'bilinear' | 'nearest';
}

/**
 * In training makes `numOps` changes, each chosen for the batch out of eleven (shear, translation, rotation, brightness, colour degeneration,
 * contrast, sharpness, posterization, solarization, auto contrast, equalization) and drawn for each image.
 *
 * Images `[batch, height, width, 3]` or without the batch; the shape stays. Throws on factors beyond 0 to 1. Cubuk et al. 2019.
 * Keras class: `keras.layers.RandAugment`.
 *
 * @example
 * new RandAugment({ factor: 0.3 }).apply(tf.ones([2, 8, 8, 3]), { training: true }).shape; // [2, 8, 8, 3]
 */
export class RandAugment extends RandomImageLayer<Choice[]> {
  static override readonly className: string = 'RandAugment';
  readonly valueRange: Range;
  readonly numOps: number;
  readonly factor: Range;
  readonly interpolation: 'bilinear' | 'nearest';
  readonly augmentations: Record<string, ImageLayer<unknown>>;

  constructor(options: RandAugmentOptions = {}) {
    super(options, ['valueRange', 'numOps', 'factor', 'interpolation']);
    const { numOps = 2, factor = 0.5, interpolation = 'bilinear' } = options;
    expectPositiveInteger(this.place, 'numOps', numOps, 2);
    expectOneOf(this.place, 'interpolation', interpolation, INTERPOLATIONS);
    this.valueRange = readValueRange(this.place, options);
    this.numOps = numOps;
    this.factor = readFactor(this.place, 'factor', factor, [0, 1]);
    this.interpolation = interpolation;
    this.augmentations = augmentations(this);
  }

  protected override draw(images: tf.Tensor, generator: SeedGenerator): Choice[] {
    const layers = Object.values(this.augmentations);
    const indexes = tf.split(drawIntegers(generator, [this.numOps], [0, layers.length]), this.numOps);
    const transformations = drawAll(layers, images, generator);
    return indexes.map((index) => ({ index, transformations }));
  }

  override transformImages(images: tf.Tensor, choices: Choice[]): tf.Tensor {
    return this.#apply(images, choices, 'transformImages');
  }

  override transformSegmentationMasks(masks: tf.Tensor, choices: Choice[]): tf.Tensor {
    return this.#apply(masks, choices, 'transformSegmentationMasks');
  }

  override getConfig(): Config {
    const { valueRange, numOps, factor, interpolation } = this;
    return { ...super.getConfig(), value_range: valueRange, num_ops: numOps, factor, interpolation };
  }

  #apply(images: tf.Tensor, choices: Choice[], what: 'transformImages' | 'transformSegmentationMasks'): tf.Tensor {
    const layers = Object.values(this.augmentations);
    return choices.reduce((changed, choice) => applyChoice(layers, choice, changed, what), images);
  }
}
