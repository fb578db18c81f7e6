import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomRotation } from './random-rotation';

describe('RandomRotation', () => {
  imageLayerTests(RandomRotation, golden, { factor: 0.1 });

  test('refuses options that make no sense', () => {
    expect(() => new RandomRotation({ factor: 2 })).toThrow(/`factor` must be .* from -1 to 1/);
    expect(() => new RandomRotation({ factor: 0.1, fillMode: 'mirror' as never })).toThrow(/`fillMode` must be/);
  });
});
