import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { GlobalMaxPooling1D } from './global-max-pooling1d';
import golden from './pooling.golden.json';

describe('GlobalMaxPooling1D', () => {
  goldenTests(golden, 'GlobalMaxPooling1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new GlobalMaxPooling1D().apply(tf.tensor3d([1, 3, 2], [1, 3, 1])).dataSync()[0]).toBe(3);
  });

  test('is made again from its config', () => {
    const config = new GlobalMaxPooling1D({ keepdims: true }).getConfig();
    expect(GlobalMaxPooling1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new GlobalMaxPooling1D({ keepdims: true }).apply(tf.ones([2, 3]))).toThrow(/must have 3 axes/);
    expect(() => new GlobalMaxPooling1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 2]);
    await expectNoLeak(() => {
      const layer = new GlobalMaxPooling1D({ keepdims: true });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
