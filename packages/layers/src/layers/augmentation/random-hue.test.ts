import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomHue } from './random-hue';

describe('RandomHue', () => {
  imageLayerTests(RandomHue, golden, { factor: 0.5 });

  test('refuses options that make no sense', () => {
    expect(() => new RandomHue({ factor: 2 })).toThrow(/`factor` must be .* from 0 to 1/);
  });

  test('keeps colours where hues do not move', () => {
    const x = tf.randomUniform([2, 4, 4, 3], 0, 255, 'float32', 1);
    const same = new RandomHue({ factor: [0, 0] }).apply(x, { training: true });
    expect(tf.max(tf.abs(tf.sub(same, x))).dataSync()[0]).toBeLessThan(1e-3);
  });
});
