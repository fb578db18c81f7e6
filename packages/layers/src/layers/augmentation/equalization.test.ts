import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { Equalization } from './equalization';

describe('Equalization', () => {
  imageLayerTests(Equalization, golden, {});

  test('refuses options that make no sense', () => {
    expect(() => new Equalization({ bins: 0 })).toThrow(/`bins` must be a positive integer/);
  });

  test('prints what the documentation says', () => {
    const x = tf.tensor4d([1, 2, 2, 3], [1, 1, 4, 1]);
    expect([...new Equalization().apply(x, { training: true }).dataSync()]).toEqual([0, 170, 170, 255]);
  });
});
