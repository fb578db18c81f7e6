import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomGaussianBlur } from './random-gaussian-blur';

describe('RandomGaussianBlur', () => {
  imageLayerTests(RandomGaussianBlur, golden, {});

  test('refuses options that make no sense', () => {
    expect(() => new RandomGaussianBlur({ kernelSize: 4 })).toThrow(/`kernelSize` must be odd/);
    expect(() => new RandomGaussianBlur({ sigma: 2 })).toThrow(/`sigma` must be .* from 0 to 1/);
  });
});
