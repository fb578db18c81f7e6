import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomCrop } from './random-crop';

describe('RandomCrop', () => {
  imageLayerTests(RandomCrop, golden, { height: 5, width: 4 });

  test('cuts every place about as often, the edges too', () => {
    const layer = new RandomCrop({ height: 1, width: 1, seed: 3 });
    const x = tf.reshape(tf.range(0, 6), [1, 2, 3, 1]);
    const seen = Array.from({ length: 600 }, () => layer.apply(x, { training: true }).dataSync()[0] as number);
    // Each of 6 is expected 100 times; 5 standard deviations are 46.
    for (let k = 0; k < 6; k++) expect(Math.abs(seen.filter((value) => value === k).length - 100)).toBeLessThan(46);
  });

  test('refuses options that make no sense', () => {
    expect(() => new RandomCrop({ height: 0, width: 4 })).toThrow(/`height` must be a positive integer/);
  });
});
