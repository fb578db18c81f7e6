import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomPerspective } from './random-perspective';

describe('RandomPerspective', () => {
  imageLayerTests(RandomPerspective, golden, {});

  test('refuses options that make no sense', () => {
    expect(() => new RandomPerspective({ scale: 2 })).toThrow(/`scale` must be a number from 0 to 1/);
    expect(() => new RandomPerspective({ interpolation: 'cubic' as never })).toThrow(/`interpolation` must be/);
  });
});
