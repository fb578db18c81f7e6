// The layers out of which RandAugment and AugMix choose, and the choice, which is made inside the step: a compiled step chooses anew
// each time. All are computed, one is taken.
import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { DataFormat } from '../data-format';
import { AutoContrast } from './auto-contrast';
import { Equalization } from './equalization';
import type { Range } from './factor';
import type { ImageLayer } from './image-layer';
import { RandomBrightness } from './random-brightness';
import { RandomColorDegeneration } from './random-color-degeneration';
import { RandomContrast } from './random-contrast';
import { RandomImageLayer } from './random-image-layer';
import { RandomPosterization } from './random-posterization';
import { RandomRotation } from './random-rotation';
import { RandomSharpness } from './random-sharpness';
import { RandomShear } from './random-shear';
import { RandomTranslation } from './random-translation';
import { Solarization } from './solarization';

type AnyImageLayer = ImageLayer<unknown>;

export interface AugmentationOptions {
  factor: Range;
  valueRange: Range;
  interpolation: 'bilinear' | 'nearest';
  seed: number | null;
  dataFormat: DataFormat;
}

/** One layer of each kind, by the names that Keras gives them, all as strong as `factor`. */
export function augmentations(options: AugmentationOptions): Record<string, AnyImageLayer> {
  const { factor, valueRange, interpolation, seed, dataFormat } = options;
  const moves = { interpolation, seed, dataFormat };
  const colors = { factor, valueRange, seed, dataFormat };
  const bits = Math.max(1, Math.trunc(8 * factor[1]));
  return {
    randomShear: new RandomShear({ xFactor: factor, yFactor: factor, ...moves }),
    randomTranslation: new RandomTranslation({ heightFactor: factor, widthFactor: factor, ...moves }),
    randomRotation: new RandomRotation({ factor, ...moves }),
    randomBrightness: new RandomBrightness(colors),
    randomColorDegeneration: new RandomColorDegeneration(colors),
    randomContrast: new RandomContrast(colors),
    randomSharpness: new RandomSharpness(colors),
    randomPosterization: new RandomPosterization({ ...colors, factor: bits }),
    solarization: new Solarization({ additionFactor: factor, thresholdFactor: factor, valueRange, seed, dataFormat }),
    autoContrast: new AutoContrast({ valueRange, dataFormat }),
    equalization: new Equalization({ valueRange, dataFormat }),
  };
}

/** What one of some layers does to images, and which it is: an index out of their order, or one beyond them for none. */
export interface Choice {
  index: tf.Tensor;
  transformations: readonly unknown[];
}

/** Draws for each of the layers. */
export function drawAll(layers: readonly AnyImageLayer[], images: tf.Tensor, generator: SeedGenerator): unknown[] {
  return layers.map((layer) =>
    layer instanceof RandomImageLayer
      ? layer.getRandomTransformation(images, generator)
      : layer.getRandomTransformation(images),
  );
}

/** Images as the chosen layer changes them. */
export function applyChoice(
  layers: readonly AnyImageLayer[],
  { index, transformations }: Choice,
  images: tf.Tensor,
  what: 'transformImages' | 'transformSegmentationMasks',
): tf.Tensor {
  return layers.reduce((chosen, layer, i) => {
    const changed = layer[what](images, transformations[i]);
    return changed === images ? chosen : tf.where(tf.equal(index, i), changed, chosen);
  }, images);
}
