import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Conv2DTranspose } from './conv2d-transpose';
import golden from './convolution.golden.json';

describe('Conv2DTranspose', () => {
  goldenTests(golden, 'Conv2DTranspose', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new Conv2DTranspose({ filters: 8, kernelSize: 2, strides: 2 }).apply(tf.zeros([1, 7, 7, 16])).shape).toEqual(
      [1, 14, 14, 8],
    );
  });

  test('is made again from its config', () => {
    const config = new Conv2DTranspose({ filters: 2, kernelSize: 3, strides: 2 }).getConfig();
    expect(Conv2DTranspose.fromConfig(config).getConfig()).toEqual(config);
  });

  test('knows its output shape before it is called, channels first too', () => {
    const options = { filters: 3, kernelSize: 2, strides: 3, dataFormat: 'channels_first' } as const;
    expect(new Conv2DTranspose(options).computeOutputShape([null, 1, 4, null])).toEqual([null, 3, 12, null]);
    expect(new Conv2DTranspose(options).apply(tf.ones([1, 1, 4, 2])).shape).toEqual([1, 3, 12, 6]);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Conv2DTranspose({ filters: 2, kernelSize: 3, strides: 2 }).apply(tf.ones([2, 3]))).toThrow(
      /must have 4 axes/,
    );
    expect(() => new Conv2DTranspose({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new Conv2DTranspose({ filters: 1, kernelSize: 3, outputPadding: 1 })).toThrow(/less than `strides`/);
    expect(() => new Conv2DTranspose({ filters: 1, kernelSize: 3, strides: 2, dilationRate: 2 })).toThrow(
      /only one of/,
    );
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 3, 3, 1]);
    await expectNoLeak(() => {
      const layer = new Conv2DTranspose({ filters: 2, kernelSize: 3, strides: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
