import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomInvert } from './random-invert';

describe('RandomInvert', () => {
  imageLayerTests(RandomInvert, golden, {});

  test('refuses options that make no sense', () => {
    expect(() => new RandomInvert({ factor: -0.5 })).toThrow(/`factor` must be .* from 0 to 1/);
  });
});
