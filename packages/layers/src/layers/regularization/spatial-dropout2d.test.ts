import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './regularization.golden.json';
import { SpatialDropout2D } from './spatial-dropout2d';

describe('SpatialDropout2D', () => {
  goldenTests(golden, 'SpatialDropout2D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new SpatialDropout2D({ rate: 0.5 }).apply(tf.ones([2, 1, 1, 3])).shape).toEqual([2, 1, 1, 3]);
  });

  test('is made again from its config', () => {
    const config = new SpatialDropout2D({ rate: 0.5, seed: 1 }).getConfig();
    expect(SpatialDropout2D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('in training drops whole channels', () => {
    const layer = new SpatialDropout2D({ rate: 0.5, seed: 2 });
    const sums = tf.sum(layer.apply(tf.ones([20, 2, 2, 1]), { training: true }), [1, 2, 3]).dataSync();
    expect(new Set(sums)).toEqual(new Set([0, 8]));
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new SpatialDropout2D({ rate: 0.5, seed: 1 }).apply(tf.ones([2, 3]))).toThrow(/must have 4 axes/);
    expect(() => new SpatialDropout2D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new SpatialDropout2D({ rate: 1.5 })).toThrow(/`rate` must be/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3, 3, 2]);
    await expectNoLeak(() => {
      const layer = new SpatialDropout2D({ rate: 0.5, seed: 1 });
      const output = layer.apply(x, { training: true });
      layer.dispose();
      return output;
    });
  });
});
