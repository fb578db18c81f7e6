import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { CutMix } from './cut-mix';

describe('CutMix', () => {
  imageLayerTests(CutMix, golden, {});

  test('mixes labels by the area that it replaces', () => {
    const images = tf.tile(tf.reshape(tf.range(0, 4), [4, 1, 1, 1]), [1, 32, 32, 1]);
    const layer = new CutMix({ seed: 1 });
    const changed = layer.apply<{ images: tf.Tensor; labels: tf.Tensor }>(
      { images, labels: tf.eye(4) },
      { training: true },
    );
    const shares = [0, 1, 2, 3].map((k) => tf.mean(tf.cast(tf.equal(changed.images, k), 'float32'), [1, 2, 3]));
    // Borders lie between pixels, and pixels are whole: by up to one column and one row of 32.
    const off = tf.max(tf.abs(tf.sub(tf.stack(shares, 1), changed.labels)));
    expect(off.dataSync()[0]).toBeLessThan(2 / 32);
    expect(tf.sum(changed.labels).dataSync()[0]).toBeCloseTo(4, 5);
  });

  test('refuses options that make no sense', () => {
    expect(() => new CutMix({ factor: 2 })).toThrow(/`factor` must be .* from 0 to 1/);
  });
});
