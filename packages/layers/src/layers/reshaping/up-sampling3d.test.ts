import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './reshaping.golden.json';
import { UpSampling3D } from './up-sampling3d';

describe('UpSampling3D', () => {
  goldenTests(golden, 'UpSampling3D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new UpSampling3D({ size: [1, 2, 3] }).apply(tf.zeros([1, 2, 2, 2, 1])).shape).toEqual([1, 2, 4, 6, 1]);
  });

  test('is made again from its config', () => {
    const config = new UpSampling3D({ size: 2 }).getConfig();
    expect(UpSampling3D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new UpSampling3D({ size: 2 }).apply(tf.ones([2, 3]))).toThrow(/must have 5 axes/);
    expect(() => new UpSampling3D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 4, 5, 4, 2]);
    await expectNoLeak(() => {
      const layer = new UpSampling3D({ size: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
