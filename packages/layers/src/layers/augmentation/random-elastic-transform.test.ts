import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { RandomElasticTransform } from './random-elastic-transform';

describe('RandomElasticTransform', () => {
  imageLayerTests(RandomElasticTransform, golden, {});

  test('refuses options that make no sense', () => {
    expect(() => new RandomElasticTransform({ scale: 2 })).toThrow(/`scale` must be .* from 0 to 1/);
    expect(() => new RandomElasticTransform({ fillMode: 'mirror' as never })).toThrow(/`fillMode` must be/);
  });

  test('changes nothing where there is no strength', () => {
    const x = tf.randomUniform([2, 5, 5, 1], 0, 255, 'float32', 1);
    expect(new RandomElasticTransform({ scale: 0 }).apply(x, { training: true }).dataSync()).toEqual(x.dataSync());
  });
});
