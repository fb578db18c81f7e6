import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './reshaping.golden.json';
import { ZeroPadding1D } from './zero-padding1d';

describe('ZeroPadding1D', () => {
  goldenTests(golden, 'ZeroPadding1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect([...new ZeroPadding1D({ padding: [1, 0] }).apply(tf.ones([1, 2, 1])).dataSync()]).toEqual([0, 1, 1]);
  });

  test('is made again from its config', () => {
    const config = new ZeroPadding1D({ padding: 2 }).getConfig();
    expect(ZeroPadding1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new ZeroPadding1D({ padding: 2 }).apply(tf.ones([2, 3]))).toThrow(/must have 3 axes/);
    expect(() => new ZeroPadding1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 2]);
    await expectNoLeak(() => {
      const layer = new ZeroPadding1D({ padding: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
