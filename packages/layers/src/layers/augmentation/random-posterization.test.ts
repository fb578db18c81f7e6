import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomPosterization } from './random-posterization';

describe('RandomPosterization', () => {
  imageLayerTests(RandomPosterization, golden, { factor: 5 });

  test('refuses options that make no sense', () => {
    expect(() => new RandomPosterization({ factor: 9 })).toThrow(/`factor` must be .* from 1 to 8/);
  });

  test('prints what the documentation says', () => {
    const layer = new RandomPosterization({ factor: [2, 2] });
    const x = tf.tensor4d([10, 100, 200], [1, 1, 3, 1]);
    expect([...layer.apply(x, { training: true }).dataSync()]).toEqual([0, 64, 192]);
  });
});
