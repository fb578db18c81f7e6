import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomShear } from './random-shear';

describe('RandomShear', () => {
  imageLayerTests(RandomShear, golden, { xFactor: 0.3, yFactor: 0.3 });

  test('refuses options that make no sense', () => {
    expect(() => new RandomShear({ xFactor: -0.5 })).toThrow(/`xFactor` must be .* from 0 to 1/);
    expect(() => new RandomShear({ yFactor: [0, 2] })).toThrow(/`yFactor` must be/);
  });
});
