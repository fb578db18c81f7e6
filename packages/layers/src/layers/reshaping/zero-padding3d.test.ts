import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './reshaping.golden.json';
import { ZeroPadding3D } from './zero-padding3d';

describe('ZeroPadding3D', () => {
  goldenTests(golden, 'ZeroPadding3D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new ZeroPadding3D().apply(tf.ones([1, 2, 2, 2, 1])).shape).toEqual([1, 4, 4, 4, 1]);
  });

  test('is made again from its config', () => {
    const config = new ZeroPadding3D({ padding: 2 }).getConfig();
    expect(ZeroPadding3D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new ZeroPadding3D({ padding: 2 }).apply(tf.ones([2, 3]))).toThrow(/must have 5 axes/);
    expect(() => new ZeroPadding3D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 4, 5, 4, 2]);
    await expectNoLeak(() => {
      const layer = new ZeroPadding3D({ padding: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
