import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { AdaptiveAveragePooling2D } from './adaptive-average-pooling2d';
import golden from './pooling.golden.json';

describe('AdaptiveAveragePooling2D', () => {
  goldenTests(golden, 'AdaptiveAveragePooling2D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new AdaptiveAveragePooling2D({ outputSize: 3 }).apply(tf.zeros([1, 8, 7, 2])).shape).toEqual([1, 3, 3, 2]);
  });

  test('is made again from its config', () => {
    const config = new AdaptiveAveragePooling2D({ outputSize: 3 }).getConfig();
    expect(AdaptiveAveragePooling2D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new AdaptiveAveragePooling2D({ outputSize: 3 }).apply(tf.ones([2, 3]))).toThrow(/must have 4 axes/);
    expect(() => new AdaptiveAveragePooling2D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 5, 2]);
    await expectNoLeak(() => {
      const layer = new AdaptiveAveragePooling2D({ outputSize: 3 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
