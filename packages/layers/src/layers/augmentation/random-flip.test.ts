import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomFlip } from './random-flip';

describe('RandomFlip', () => {
  imageLayerTests(RandomFlip, golden, {});

  test('refuses options that make no sense', () => {
    expect(() => new RandomFlip({ mode: 'diagonal' as never })).toThrow(/`mode` must be/);
  });

  test('flips about half of the images', () => {
    const x = tf.tile(tf.tensor4d([0, 1], [1, 1, 2, 1]), [1000, 1, 1, 1]);
    const flipped = new RandomFlip({ seed: 2 }).apply(x, { training: true });
    // 500 of 1000 are expected; 5 standard deviations are 79.
    expect(
      Math.abs((tf.sum(tf.slice(flipped, [0, 0, 0, 0], [1000, 1, 1, 1])).dataSync()[0] as number) - 500),
    ).toBeLessThan(79);
  });
});
