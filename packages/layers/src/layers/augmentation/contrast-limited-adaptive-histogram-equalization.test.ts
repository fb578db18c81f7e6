import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { ContrastLimitedAdaptiveHistogramEqualization } from './contrast-limited-adaptive-histogram-equalization';

describe('ContrastLimitedAdaptiveHistogramEqualization', () => {
  imageLayerTests(ContrastLimitedAdaptiveHistogramEqualization, golden, { tileGridSize: [2, 3] }, { always: true });

  test('refuses options that make no sense', () => {
    expect(() => new ContrastLimitedAdaptiveHistogramEqualization({ clipLimit: -1 })).toThrow(
      /`clipLimit` must be a number not below 0/,
    );
    expect(() => new ContrastLimitedAdaptiveHistogramEqualization({ tileGridSize: [0, 1] })).toThrow(
      /`tileGridSize` must be a positive integer/,
    );
  });
});
