import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomBrightness } from './random-brightness';

describe('RandomBrightness', () => {
  imageLayerTests(RandomBrightness, golden, { factor: 0.3 });

  test('refuses options that make no sense', () => {
    expect(() => new RandomBrightness({ factor: 2 })).toThrow(/`factor` must be .* from -1 to 1/);
    expect(() => new RandomBrightness({ factor: 0.1, valueRange: [1, 1] })).toThrow(
      /`valueRange` must be a list of two numbers/,
    );
  });

  test('prints what the documentation says', () => {
    const layer = new RandomBrightness({ factor: [0.5, 0.5], valueRange: [0, 1] });
    expect(layer.apply(tf.zeros([1, 1, 1, 1]), { training: true }).arraySync()).toEqual([[[[0.5]]]]);
  });
});
