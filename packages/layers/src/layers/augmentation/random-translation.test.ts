import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomTranslation } from './random-translation';

describe('RandomTranslation', () => {
  imageLayerTests(RandomTranslation, golden, { heightFactor: 0.3, widthFactor: 0.3 });

  test('refuses options that make no sense', () => {
    expect(() => new RandomTranslation({ heightFactor: 2, widthFactor: 0 })).toThrow(
      /`heightFactor` must be .* from -1 to 1/,
    );
  });

  test('prints what the documentation says', () => {
    const layer = new RandomTranslation({ heightFactor: 0, widthFactor: [0.25, 0.25], fillMode: 'constant' });
    const x = tf.tensor4d([1, 2, 3, 4], [1, 1, 4, 1]);
    expect([...layer.apply(x, { training: true }).dataSync()]).toEqual([0, 1, 2, 3]);
  });
});
