import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomSaturation } from './random-saturation';

describe('RandomSaturation', () => {
  imageLayerTests(RandomSaturation, golden, { factor: 0.9 });

  test('refuses options that make no sense', () => {
    expect(() => new RandomSaturation({ factor: 2 })).toThrow(/`factor` must be .* from -1 to 1/);
  });
});
