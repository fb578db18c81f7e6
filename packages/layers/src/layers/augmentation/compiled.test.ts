import { compile, SeedGenerator, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  AugMix,
  AutoContrast,
  ContrastLimitedAdaptiveHistogramEqualization,
  CutMix,
  Equalization,
  MixUp,
  RandAugment,
  RandomBrightness,
  RandomColorDegeneration,
  RandomColorJitter,
  RandomContrast,
  RandomCrop,
  RandomElasticTransform,
  RandomErasing,
  RandomFlip,
  RandomGaussianBlur,
  RandomGrayscale,
  RandomHue,
  RandomInvert,
  RandomPerspective,
  RandomPosterization,
  RandomRotation,
  RandomSaturation,
  RandomSharpness,
  RandomShear,
  RandomTranslation,
  RandomZoom,
  Solarization,
} from '../../index';
import type { ImageLayer, ImageRecord } from './image-layer';

const seed = 11;
const strong = { factor: 0.6, seed };
const LAYERS: readonly (() => ImageLayer<unknown>)[] = [
  () => new AugMix({ numChains: 2, chainDepth: 2, seed }),
  () => new AutoContrast(),
  () => new ContrastLimitedAdaptiveHistogramEqualization({ tileGridSize: [2, 2] }),
  () => new CutMix({ seed }),
  () => new Equalization(),
  () => new MixUp({ seed }),
  () => new RandAugment({ seed }),
  () => new RandomBrightness(strong),
  () => new RandomColorDegeneration(strong),
  () =>
    new RandomColorJitter({ brightnessFactor: 0.2, contrastFactor: 0.3, saturationFactor: 0.6, hueFactor: 0.2, seed }),
  () => new RandomContrast(strong),
  () => new RandomCrop({ height: 6, width: 5, seed }),
  () => new RandomElasticTransform({ seed }),
  () => new RandomErasing({ seed }),
  () => new RandomFlip({ seed }),
  () => new RandomGaussianBlur({ seed }),
  () => new RandomGrayscale({ seed }),
  () => new RandomHue(strong),
  () => new RandomInvert({ seed }),
  () => new RandomPerspective({ seed }),
  () => new RandomPosterization({ factor: 6, seed }),
  () => new RandomRotation(strong),
  () => new RandomSaturation(strong),
  () => new RandomSharpness(strong),
  () => new RandomShear({ xFactor: 0.4, yFactor: 0.3, seed }),
  () => new RandomTranslation({ heightFactor: 0.4, widthFactor: 0.3, seed }),
  () => new RandomZoom({ heightFactor: 0.4, seed }),
  () => new Solarization({ additionFactor: 0.4, thresholdFactor: 0.4, seed }),
];

/** What a layer makes of images in five steps, one after another: a step is a program from the third on. */
function steps(make: () => ImageLayer<unknown>): number[][] {
  const layer = make();
  const images = tf.mul(new SeedGenerator({ seed: 1 }).uniform([5, 9, 8, 3]), 255);
  const labels = tf.eye(5);
  const run = compile((x: tf.Tensor, y: tf.Tensor) =>
    tf.tidy(() => {
      const record = layer.apply<ImageRecord>({ images: x, labels: y }, { training: true });
      return [record.images, record.labels] as tf.Tensor[];
    }),
  );
  const results = Array.from({ length: 5 }, () => run(images, labels).flatMap((tensor) => [...tensor.dataSync()]));
  run.dispose();
  return results;
}

const seen = new Map<string, number[][]>();

describe.each(['cpu', 1, 2] as const)('on %s', (where) => {
  beforeAll(async () => {
    if (where === 'cpu') await useBackend('cpu');
    else await useBackend('wasm', { threads: where });
  });

  afterAll(() => {
    // The wasm backend starts anew with other threads when no tensor is left on it.
    tf.disposeVariables();
  });

  test.each(LAYERS.map((make) => [make.toString().match(/new (?:\w+\.)?(\w+)/)?.[1] as string, make] as const))(
    '%s changes images in a compiled step, anew each time, alike everywhere',
    (name, make) => {
      const warn = vi.spyOn(console, 'warn').mockReset();
      tf.engine().startScope();
      const results = steps(make);
      tf.engine().endScope();
      // A warning would say that the step was not compiled.
      expect(warn.mock.calls).toEqual([]);
      const isRandom = 'seed' in make();
      expect(new Set(results.map(String)).size > 1).toBe(isRandom);
      if (where === 1) seen.set(name, results);
      if (where === 2) expect(results).toEqual(seen.get(name));
      if (where === 'cpu') seen.set(`${name} on cpu`, results);
      else expectClose(results.flat(), seen.get(`${name} on cpu`)?.flat() as number[]);
    },
  );
});

/** A pixel on the edge of two may fall to either; all others are the same. */
function expectClose(ours: number[], theirs: number[]): void {
  const off = ours.filter((value, i) => Math.abs(value - (theirs[i] as number)) > 0.02);
  expect(off.length / theirs.length).toBeLessThan(0.01);
}
