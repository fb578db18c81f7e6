import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { GlobalMaxPooling2D } from './global-max-pooling2d';
import golden from './pooling.golden.json';

describe('GlobalMaxPooling2D', () => {
  goldenTests(golden, 'GlobalMaxPooling2D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new GlobalMaxPooling2D().apply(tf.ones([2, 4, 4, 3])).shape).toEqual([2, 3]);
  });

  test('is made again from its config', () => {
    const config = new GlobalMaxPooling2D({ keepdims: true }).getConfig();
    expect(GlobalMaxPooling2D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new GlobalMaxPooling2D({ keepdims: true }).apply(tf.ones([2, 3]))).toThrow(/must have 4 axes/);
    expect(() => new GlobalMaxPooling2D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 5, 2]);
    await expectNoLeak(() => {
      const layer = new GlobalMaxPooling2D({ keepdims: true });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
