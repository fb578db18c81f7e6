import type * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectOneOf } from '../checks';
import { type AffineOptions, affineTransform, FILL_MODES, type FillMode } from './affine-transform';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { INTERPOLATIONS } from './sample-images';

/** Options of the layers that move images. */
export interface RandomMoveOptions extends RandomImageOptions {
  /** What is seen beyond the edge. Default `reflect`. */
  fillMode?: FillMode;
  /** Default `bilinear`. */
  interpolation?: 'bilinear' | 'nearest';
  /** With `fillMode: 'constant'`: the value beyond the edge. Default 0. */
  fillValue?: number;
}

/** Base of the layers that move each image by an affine transformation `[batch, 6]` of its own, see {@link affineTransform}. */
export abstract class RandomMoveLayer<Transformation> extends RandomImageLayer<Transformation> {
  readonly reading: AffineOptions;

  constructor(options: RandomMoveOptions, ownOptions: readonly string[]) {
    super(options, [...ownOptions, 'fillMode', 'interpolation', 'fillValue']);
    const { fillMode = 'reflect', interpolation = 'bilinear', fillValue = 0 } = options;
    expectOneOf(this.place, 'fillMode', fillMode, FILL_MODES);
    expectOneOf(this.place, 'interpolation', interpolation, INTERPOLATIONS);
    this.reading = { fillMode, interpolation, fillValue };
  }

  /** The six numbers of each image, for images of a height and a width. */
  protected abstract matrix(transformation: Transformation, height: number, width: number): tf.Tensor;

  override transformImages(images: tf.Tensor, transformation: Transformation): tf.Tensor {
    return this.#move(images, transformation, this.reading);
  }

  override transformSegmentationMasks(masks: tf.Tensor, transformation: Transformation): tf.Tensor {
    return this.#move(masks, transformation, { ...this.reading, interpolation: 'nearest' });
  }

  override getConfig(): Config {
    const { fillMode, interpolation, fillValue } = this.reading;
    return { ...super.getConfig(), fill_mode: fillMode, interpolation, fill_value: fillValue };
  }

  #move(images: tf.Tensor, transformation: Transformation, reading: AffineOptions): tf.Tensor {
    const [, height, width] = images.shape as [number, number, number];
    return affineTransform(images, this.matrix(transformation, height, width), reading);
  }
}
