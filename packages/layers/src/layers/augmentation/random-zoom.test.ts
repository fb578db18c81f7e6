import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomZoom } from './random-zoom';

describe('RandomZoom', () => {
  imageLayerTests(RandomZoom, golden, { heightFactor: 0.3 });

  test('refuses options that make no sense', () => {
    expect(() => new RandomZoom({ heightFactor: 2 })).toThrow(/`heightFactor` must be .* from -1 to 1/);
  });

  test('prints what the documentation says', () => {
    const layer = new RandomZoom({ heightFactor: [-0.5, -0.5], interpolation: 'nearest' });
    const x = tf.tensor4d([1, 2, 3, 4], [1, 1, 4, 1]);
    expect([...layer.apply(x, { training: true }).dataSync()]).toEqual([2, 2, 3, 3]);
  });
});
