import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectNumber, fraction } from '../../registry/options';
import { expectOneOf } from '../checks';
import { affineTransform } from './affine-transform';
import { type Factor, type Range, readFactor } from './factor';
import { homography } from './homography';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { drawChosen, perImage } from './random-values';
import { INTERPOLATIONS } from './sample-images';

export interface RandomPerspectiveOptions extends RandomImageOptions {
  /** The range from which the probability of each image to change is drawn; one number is the range from 0. Default 1. */
  factor?: Factor;
  /** How far corners move, from 0 to 1: by up to half of it of their distance from the first corner. Default 1. */
  scale?: number;
  /** Default `bilinear`. */
  interpolation?: 'bilinear' | 'nearest';
  /** The value beyond the edge. Default 0. */
  fillValue?: number;
}

interface Perspective {
  applyPerspective: tf.Tensor;
  endPoints: tf.Tensor;
}

/**
 * In training shows images as if from aside: their corners `c` move to `c + c * p`, `p` from `-scale / 2` to `scale / 2` along each axis.
 *
 * The first corner, (0, 0), stays. Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors
 * and scales beyond 0 to 1. Keras class: `keras.layers.RandomPerspective`.
 *
 * @example
 * new RandomPerspective({ scale: 0.5 }).apply(tf.ones([1, 4, 4, 1]), { training: true }).shape; // [1, 4, 4, 1]
 */
export class RandomPerspective extends RandomImageLayer<Perspective> {
  static override readonly className: string = 'RandomPerspective';
  readonly factor: Range;
  readonly scale: number;
  readonly interpolation: 'bilinear' | 'nearest';
  readonly fillValue: number;

  constructor(options: RandomPerspectiveOptions = {}) {
    super(options, ['factor', 'scale', 'interpolation', 'fillValue']);
    const { factor = 1, scale = 1, interpolation = 'bilinear', fillValue = 0 } = options;
    this.factor = readFactor(this.place, 'factor', factor, [0, 1]);
    expectNumber(this.place, 'scale', scale, fraction);
    expectOneOf(this.place, 'interpolation', interpolation, INTERPOLATIONS);
    this.scale = scale;
    this.interpolation = interpolation;
    this.fillValue = fillValue;
  }

  /** Whether each image changes, `bool[batch]`, and where its corners go, `[batch, 4, 2]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): Perspective {
    const [batch, height, width] = images.shape as [number, number, number];
    const applyPerspective = drawChosen(generator, batch, this.factor);
    const half = this.scale / 2;
    const moved = tf.add(generator.uniform([batch, 4, 2], { minValue: -half, maxValue: half }), 1);
    const corners = [
      [0, 0],
      [width - 1, 0],
      [0, height - 1],
      [width - 1, height - 1],
    ];
    return { applyPerspective, endPoints: tf.mul(tf.tensor2d(corners), moved) };
  }

  override transformImages(images: tf.Tensor, transformation: Perspective): tf.Tensor {
    return this.#move(images, transformation, this.interpolation);
  }

  override transformSegmentationMasks(masks: tf.Tensor, transformation: Perspective): tf.Tensor {
    return this.#move(masks, transformation, 'nearest');
  }

  override getConfig(): Config {
    const { factor, scale, interpolation, fillValue } = this;
    return { ...super.getConfig(), factor, scale, interpolation, fill_value: fillValue };
  }

  #move(
    images: tf.Tensor,
    { applyPerspective, endPoints }: Perspective,
    interpolation: 'bilinear' | 'nearest',
  ): tf.Tensor {
    const [, height, width] = images.shape as [number, number, number];
    const { fillValue } = this;
    const options = { interpolation, fillMode: 'constant', fillValue } as const;
    const moved = affineTransform(images, homography(endPoints, height, width), options);
    return tf.where(perImage(applyPerspective), moved, images);
  }
}
