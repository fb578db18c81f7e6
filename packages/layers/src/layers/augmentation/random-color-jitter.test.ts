import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomColorJitter } from './random-color-jitter';

describe('RandomColorJitter', () => {
  imageLayerTests(RandomColorJitter, golden, {
    brightnessFactor: 0.2,
    contrastFactor: 0.2,
    saturationFactor: 0.4,
    hueFactor: 0.1,
  });

  test('refuses what its layers refuse', () => {
    expect(() => new RandomColorJitter({ hueFactor: 2 })).toThrow(/`factor` must be .* from 0 to 1/);
  });

  test('draws other numbers for each of its layers, also with a seed', () => {
    const layer = new RandomColorJitter({ contrastFactor: 1, hueFactor: 1, seed: 5 });
    const [contrast, hue] = layer.getRandomTransformation(tf.ones([64, 1, 1, 3])) as Record<string, tf.Tensor>[];
    const a = tf.sub(contrast?.contrastFactor as tf.Tensor, 1).dataSync();
    const b = tf.mul(tf.abs(hue?.factor as tf.Tensor), 2).dataSync();
    expect([...a]).not.toEqual([...b]);
  });

  test('changes nothing without factors', () => {
    const x = tf.tensor4d([1, 2, 3], [1, 1, 1, 3]);
    expect([...new RandomColorJitter().apply(x, { training: true }).dataSync()]).toEqual([1, 2, 3]);
  });
});
