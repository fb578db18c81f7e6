import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './regularization.golden.json';
import { SpatialDropout1D } from './spatial-dropout1d';

describe('SpatialDropout1D', () => {
  goldenTests(golden, 'SpatialDropout1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new SpatialDropout1D({ rate: 0.5 }).apply(tf.ones([2, 1, 3])).shape).toEqual([2, 1, 3]);
  });

  test('is made again from its config', () => {
    const config = new SpatialDropout1D({ rate: 0.5, seed: 1 }).getConfig();
    expect(SpatialDropout1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new SpatialDropout1D({ rate: 0.5, seed: 1 }).apply(tf.ones([2, 3]))).toThrow(/must have 3 axes/);
    expect(() => new SpatialDropout1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3, 2]);
    await expectNoLeak(() => {
      const layer = new SpatialDropout1D({ rate: 0.5, seed: 1 });
      const output = layer.apply(x, { training: true });
      layer.dispose();
      return output;
    });
  });
});
