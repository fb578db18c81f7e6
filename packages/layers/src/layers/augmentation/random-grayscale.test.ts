import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomGrayscale } from './random-grayscale';

describe('RandomGrayscale', () => {
  imageLayerTests(RandomGrayscale, golden, {});

  test('refuses options that make no sense', () => {
    expect(() => new RandomGrayscale({ factor: 2 })).toThrow(/`factor` must be a number from 0 to 1/);
  });
});
