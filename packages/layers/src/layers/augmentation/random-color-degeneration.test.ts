import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomColorDegeneration } from './random-color-degeneration';

describe('RandomColorDegeneration', () => {
  imageLayerTests(RandomColorDegeneration, golden, { factor: 0.8 });

  test('refuses options and images that make no sense', () => {
    expect(() => new RandomColorDegeneration({ factor: 2 })).toThrow(/`factor` must be .* from -1 to 1/);
    const grey = tf.ones([1, 4, 4, 1]);
    expect(() =>
      new RandomColorDegeneration({ factor: 0.5 }).apply(grey, { training: true }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: RandomColorDegeneration 'random_color_degeneration_7': images must have 3 channels, red, green and blue. Received: 1. Leave the layer out for images without colour.]`,
    );
  });
});
