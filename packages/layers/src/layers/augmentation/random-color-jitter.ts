import type { SeedGenerator } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import type { Factor, Range } from './factor';
import { RandomBrightness } from './random-brightness';
import { RandomContrast } from './random-contrast';
import { RandomHue } from './random-hue';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';
import { RandomSaturation } from './random-saturation';
import { readValueRange, type ValueRangeOptions } from './value-range';

export interface RandomColorJitterOptions extends RandomImageOptions, ValueRangeOptions {
  /** As `factor` of `RandomBrightness`. Default: brightness stays. */
  brightnessFactor?: Factor | null;
  /** As `factor` of `RandomContrast`. Default: contrast stays. */
  contrastFactor?: Factor | null;
  /** As `factor` of `RandomSaturation`. Default: saturation stays. */
  saturationFactor?: Factor | null;
  /** As `factor` of `RandomHue`. Default: hues stay. */
  hueFactor?: Factor | null;
}

/** A layer that changes colours, whatever it draws for it. */
type ColorLayer = RandomImageLayer<unknown>;

/**
 * In training changes brightness, contrast, saturation and hue of each image, one after the other:
 * `hue(saturation(contrast(brightness(image))))`.
 *
 * Images `[batch, height, width, channels]` or without the batch, with 3 channels where saturation or hue changes; the shape stays.
 * Throws on factors that those layers refuse. Keras class: `keras.layers.RandomColorJitter`.
 *
 * @example
 * const layer = new RandomColorJitter({ brightnessFactor: [0.1, 0.1], contrastFactor: [0, 0.2] });
 * layer.apply(tf.zeros([1, 1, 1, 3]), { training: true }).dataSync(); // about [25.5, 25.5, 25.5]
 */
export class RandomColorJitter extends RandomImageLayer<unknown[]> {
  static override readonly className: string = 'RandomColorJitter';
  readonly valueRange: Range;
  readonly brightnessFactor: Factor | null;
  readonly contrastFactor: Factor | null;
  readonly saturationFactor: Factor | null;
  readonly hueFactor: Factor | null;
  readonly steps: readonly ColorLayer[];

  constructor(options: RandomColorJitterOptions = {}) {
    super(options, ['brightnessFactor', 'contrastFactor', 'saturationFactor', 'hueFactor', 'valueRange']);
    const { brightnessFactor = null, contrastFactor = null, saturationFactor = null, hueFactor = null } = options;
    this.valueRange = readValueRange(this.place, options);
    this.brightnessFactor = brightnessFactor;
    this.contrastFactor = contrastFactor;
    this.saturationFactor = saturationFactor;
    this.hueFactor = hueFactor;
    const { valueRange, seed } = this;
    const step = (factor: Factor | null, make: (options: StepOptions) => ColorLayer): ColorLayer[] =>
      factor === null ? [] : [make({ factor, valueRange, seed })];
    this.steps = [
      ...step(brightnessFactor, (own) => new RandomBrightness(own)),
      ...step(contrastFactor, (own) => new RandomContrast(own)),
      ...step(saturationFactor, (own) => new RandomSaturation(own)),
      ...step(hueFactor, (own) => new RandomHue(own)),
    ];
  }

  protected override draw(images: tf.Tensor, generator: SeedGenerator): unknown[] {
    return this.steps.map((step) => step.getRandomTransformation(images, generator));
  }

  override transformImages(images: tf.Tensor, transformations: unknown[]): tf.Tensor {
    return this.steps.reduce((changed, step, i) => step.transformImages(changed, transformations[i]), images);
  }

  override getConfig(): Config {
    const { valueRange, brightnessFactor, contrastFactor, saturationFactor, hueFactor } = this;
    return {
      ...super.getConfig(),
      value_range: valueRange,
      brightness_factor: brightnessFactor,
      contrast_factor: contrastFactor,
      saturation_factor: saturationFactor,
      hue_factor: hueFactor,
    };
  }
}

interface StepOptions {
  factor: Factor;
  valueRange: Range;
  seed: number | null;
}
