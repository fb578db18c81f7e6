import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { MixUp } from './mix-up';

describe('MixUp', () => {
  imageLayerTests(MixUp, golden, {});

  test('mixes labels as it mixes images', () => {
    const labels = tf.eye(5);
    const images = tf.reshape(labels, [5, 1, 5, 1]);
    const changed = new MixUp({ alpha: 0.7 }).apply<{ images: tf.Tensor; labels: tf.Tensor }>(
      { images, labels },
      { training: true },
    );
    expect([...changed.images.dataSync()]).toEqual([...changed.labels.dataSync()]);
    for (const sum of tf.sum(changed.labels, 1).dataSync()) expect(sum).toBeCloseTo(1, 6);
  });

  test('refuses options that make no sense', () => {
    expect(() => new MixUp({ alpha: 0 })).toThrow(/`alpha` must be a positive number/);
  });
});
