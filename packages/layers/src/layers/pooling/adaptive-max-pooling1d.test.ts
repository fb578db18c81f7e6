import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { AdaptiveMaxPooling1D } from './adaptive-max-pooling1d';
import golden from './pooling.golden.json';

describe('AdaptiveMaxPooling1D', () => {
  goldenTests(golden, 'AdaptiveMaxPooling1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect([
      ...new AdaptiveMaxPooling1D({ outputSize: 2 }).apply(tf.tensor3d([1, 4, 2, 3], [1, 4, 1])).dataSync(),
    ]).toEqual([4, 3]);
  });

  test('is made again from its config', () => {
    const config = new AdaptiveMaxPooling1D({ outputSize: 3 }).getConfig();
    expect(AdaptiveMaxPooling1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new AdaptiveMaxPooling1D({ outputSize: 3 }).apply(tf.ones([2, 3]))).toThrow(/must have 3 axes/);
    expect(() => new AdaptiveMaxPooling1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 2]);
    await expectNoLeak(() => {
      const layer = new AdaptiveMaxPooling1D({ outputSize: 3 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
