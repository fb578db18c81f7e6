import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './reshaping.golden.json';
import { ZeroPadding2D } from './zero-padding2d';

describe('ZeroPadding2D', () => {
  goldenTests(golden, 'ZeroPadding2D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(
      new ZeroPadding2D({
        padding: [
          [1, 0],
          [2, 2],
        ],
      }).apply(tf.ones([1, 4, 4, 1])).shape,
    ).toEqual([1, 5, 8, 1]);
  });

  test('is made again from its config', () => {
    const config = new ZeroPadding2D({ padding: 2 }).getConfig();
    expect(ZeroPadding2D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('takes one number, one per axis, or a pair per axis', () => {
    for (const padding of [
      2,
      [2, 2],
      [
        [2, 2],
        [2, 2],
      ],
    ]) {
      expect(new ZeroPadding2D({ padding }).getConfig().padding).toEqual([
        [2, 2],
        [2, 2],
      ]);
    }
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new ZeroPadding2D({ padding: 2 }).apply(tf.ones([2, 3]))).toThrow(/must have 4 axes/);
    expect(() => new ZeroPadding2D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new ZeroPadding2D({ padding: [1, -1] })).toThrow(/`padding` must be an integer not below 0/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 5, 2]);
    await expectNoLeak(() => {
      const layer = new ZeroPadding2D({ padding: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
