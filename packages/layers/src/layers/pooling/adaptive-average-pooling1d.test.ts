import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { AdaptiveAveragePooling1D } from './adaptive-average-pooling1d';
import golden from './pooling.golden.json';

describe('AdaptiveAveragePooling1D', () => {
  goldenTests(golden, 'AdaptiveAveragePooling1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect([
      ...new AdaptiveAveragePooling1D({ outputSize: 2 }).apply(tf.tensor3d([1, 3, 2, 4], [1, 4, 1])).dataSync(),
    ]).toEqual([2, 3]);
  });

  test('is made again from its config', () => {
    const config = new AdaptiveAveragePooling1D({ outputSize: 3 }).getConfig();
    expect(AdaptiveAveragePooling1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new AdaptiveAveragePooling1D({ outputSize: 3 }).apply(tf.ones([2, 3]))).toThrow(/must have 3 axes/);
    expect(() => new AdaptiveAveragePooling1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 2]);
    await expectNoLeak(() => {
      const layer = new AdaptiveAveragePooling1D({ outputSize: 3 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
