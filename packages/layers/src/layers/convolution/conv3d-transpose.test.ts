import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Conv3DTranspose } from './conv3d-transpose';
import golden from './convolution.golden.json';

describe('Conv3DTranspose', () => {
  goldenTests(golden, 'Conv3DTranspose', runLayerCase);

  test('prints what the documentation says', () => {
    expect(
      new Conv3DTranspose({ filters: 2, kernelSize: 2, strides: 2 }).apply(tf.zeros([1, 3, 3, 3, 1])).shape,
    ).toEqual([1, 6, 6, 6, 2]);
  });

  test('is made again from its config', () => {
    const config = new Conv3DTranspose({ filters: 1, kernelSize: 2, strides: 2 }).getConfig();
    expect(Conv3DTranspose.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Conv3DTranspose({ filters: 1, kernelSize: 2, strides: 2 }).apply(tf.ones([2, 3]))).toThrow(
      /must have 5 axes/,
    );
    expect(() => new Conv3DTranspose({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 2, 2, 2, 1]);
    await expectNoLeak(() => {
      const layer = new Conv3DTranspose({ filters: 1, kernelSize: 2, strides: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
