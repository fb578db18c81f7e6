import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { GlobalMaxPooling3D } from './global-max-pooling3d';
import golden from './pooling.golden.json';

describe('GlobalMaxPooling3D', () => {
  goldenTests(golden, 'GlobalMaxPooling3D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new GlobalMaxPooling3D().apply(tf.ones([2, 4, 4, 4, 3])).shape).toEqual([2, 3]);
  });

  test('is made again from its config', () => {
    const config = new GlobalMaxPooling3D({ keepdims: true }).getConfig();
    expect(GlobalMaxPooling3D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new GlobalMaxPooling3D({ keepdims: true }).apply(tf.ones([2, 3]))).toThrow(/must have 5 axes/);
    expect(() => new GlobalMaxPooling3D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 4, 5, 4, 2]);
    await expectNoLeak(() => {
      const layer = new GlobalMaxPooling3D({ keepdims: true });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
