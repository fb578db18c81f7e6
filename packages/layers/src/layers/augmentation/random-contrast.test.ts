import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomContrast } from './random-contrast';

describe('RandomContrast', () => {
  imageLayerTests(RandomContrast, golden, { factor: 0.5 });

  test('refuses options that make no sense', () => {
    expect(() => new RandomContrast({ factor: 2 })).toThrow(/`factor` must be .* from 0 to 1/);
  });
});
