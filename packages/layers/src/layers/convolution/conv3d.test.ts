import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Conv3D } from './conv3d';
import golden from './convolution.golden.json';

describe('Conv3D', () => {
  goldenTests(golden, 'Conv3D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new Conv3D({ filters: 2, kernelSize: 3 }).apply(tf.zeros([1, 8, 8, 8, 1])).shape).toEqual([1, 6, 6, 6, 2]);
  });

  test('is made again from its config', () => {
    const config = new Conv3D({ filters: 2, kernelSize: 2 }).getConfig();
    expect(Conv3D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Conv3D({ filters: 2, kernelSize: 2 }).apply(tf.ones([1, 3, 3, 1]))).toThrow(/must have 5 axes/);
    expect(() => new Conv3D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 3, 3, 3, 1]);
    await expectNoLeak(() => {
      const layer = new Conv3D({ filters: 2, kernelSize: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
