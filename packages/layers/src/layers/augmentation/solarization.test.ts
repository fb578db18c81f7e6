import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { Solarization } from './solarization';

describe('Solarization', () => {
  imageLayerTests(Solarization, golden, { additionFactor: 0.2, thresholdFactor: 0.5 });

  test('refuses options that make no sense', () => {
    expect(() => new Solarization({ thresholdFactor: 2 })).toThrow(/`thresholdFactor` must be .* from 0 to 1/);
  });

  test('prints what the documentation says', () => {
    const x = tf.tensor4d([0, 55, 255], [1, 1, 3, 1]);
    expect([...new Solarization().apply(x, { training: true }).dataSync()]).toEqual([255, 200, 0]);
  });
});
