import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomSharpness } from './random-sharpness';

describe('RandomSharpness', () => {
  imageLayerTests(RandomSharpness, golden, { factor: 0.5 });

  test('refuses options that make no sense', () => {
    expect(() => new RandomSharpness({ factor: 2 })).toThrow(/`factor` must be .* from 0 to 1/);
  });
});
