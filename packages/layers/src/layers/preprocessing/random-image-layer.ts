// What the layers that change images at random in training share. Outside training they leave images as they are.
import { SeedGenerator, TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { expectOneOf } from '../checks';
import { type DataFormat, expectDataFormat, withChannelsLast } from '../data-format';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { withBatch } from './image-sizes';
import { FILL_MODES, type FillMode, type TransformOptions } from './transform-images';

/** A range `[from, to]`, or one number for `[-number, number]`. */
export type Factor = number | readonly [number, number];

export interface RandomImageOptions extends LayerOptions {
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
}

/** Options of the layers that move images. */
export interface RandomTransformOptions extends RandomImageOptions {
  /** What is seen beyond the edge. Default `reflect`. */
  fillMode?: FillMode;
  /** Default `bilinear`. */
  interpolation?: 'bilinear' | 'nearest';
  /** With `fillMode: 'constant'`: the value beyond the edge. Default 0. */
  fillValue?: number;
}

export abstract class RandomImageLayer extends Layer {
  readonly seed: number | null;
  readonly dataFormat: DataFormat;
  readonly seedGenerator: SeedGenerator;

  constructor(options: RandomImageOptions, ownOptions: readonly string[]) {
    super(options, [...ownOptions, 'seed', 'dataFormat']);
    this.seed = options.seed ?? null;
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    this.seedGenerator = new SeedGenerator(this.seed === null ? {} : { seed: this.seed });
    this.markBuilt();
  }

  /** Changes images `[batch, height, width, channels]` at random. */
  protected abstract change(images: tf.Tensor): tf.Tensor;

  override call(inputs: tf.Tensor, { training }: CallOptions): tf.Tensor {
    const images = asFloat(inputs);
    if (!training) return images;
    return withBatch(images, (batch) => withChannelsLast(batch, this.dataFormat, (x) => this.change(x)));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), data_format: this.dataFormat, seed: this.seed };
  }

  /** A random number of the range for each image. */
  protected draw(shape: number[], [from, to]: readonly [number, number]): tf.Tensor {
    return this.seedGenerator.uniform(shape, { minValue: from, maxValue: to });
  }

  /** Reads a range. Throws when it lies outside the bounds. */
  protected range(option: string, factor: Factor, [least, most]: readonly [number, number]): readonly [number, number] {
    const pair = typeof factor === 'number' ? [Math.max(-Math.abs(factor), least), Math.abs(factor)] : [...factor];
    const [from, to] = pair.sort((a, b) => a - b) as [number, number];
    if (pair.length === 2 && from >= least && to <= most) return [from, to];
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: `\`${option}\` must be a number or a list of two numbers from ${least} to ${most}`,
      received: factor,
      remedy: 'Pass for example 0.2, or [-0.1, 0.2].',
    });
  }
}

/** The names of the options of {@link RandomTransformLayer}. */
const TRANSFORM_OPTIONS = ['fillMode', 'interpolation', 'fillValue'];

export abstract class RandomTransformLayer extends RandomImageLayer {
  readonly transform: TransformOptions;

  constructor(options: RandomTransformOptions, ownOptions: readonly string[]) {
    super(options, [...ownOptions, ...TRANSFORM_OPTIONS]);
    const { fillMode = 'reflect', interpolation = 'bilinear', fillValue = 0 } = options;
    expectOneOf(this.place, 'fillMode', fillMode, FILL_MODES);
    expectOneOf(this.place, 'interpolation', interpolation, ['bilinear', 'nearest'] as const);
    this.transform = { fillMode, interpolation, fillValue };
  }

  override getConfig(): Config {
    const { fillMode, interpolation, fillValue } = this.transform;
    return { ...super.getConfig(), fill_mode: fillMode, interpolation, fill_value: fillValue };
  }
}
