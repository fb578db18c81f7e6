import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './reshaping.golden.json';
import { UpSampling2D } from './up-sampling2d';

describe('UpSampling2D', () => {
  goldenTests(golden, 'UpSampling2D', runLayerCase);

  test('prints what the documentation says', () => {
    expect([...new UpSampling2D({ size: [1, 2] }).apply(tf.tensor4d([1, 2], [1, 1, 2, 1])).dataSync()]).toEqual([
      1, 1, 2, 2,
    ]);
  });

  test('is made again from its config', () => {
    const config = new UpSampling2D({ size: 2 }).getConfig();
    expect(UpSampling2D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('has a gradient that sums over copies, for each sample of a batch', () => {
    const slope = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [2, 1, 4, 1]);
    const loss = (x: tf.Tensor) => tf.sum(tf.mul(new UpSampling2D({ size: [1, 2] }).apply(x), slope)) as tf.Scalar;
    expectClose(tf.grad(loss)(tf.ones([2, 1, 2, 1])), [[[[3], [7]]], [[[11], [15]]]]);
  });

  test('keeps a constant image constant with each interpolation', () => {
    for (const interpolation of ['bilinear', 'bicubic', 'lanczos3', 'lanczos5'] as const) {
      const layer = new UpSampling2D({ size: 3, interpolation, dataFormat: 'channels_first' });
      expectClose(layer.apply(tf.fill([1, 1, 3, 2], 7)), tf.fill([1, 1, 9, 6], 7).arraySync() as number[][]);
    }
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new UpSampling2D({ size: 2 }).apply(tf.ones([2, 3]))).toThrow(/must have 4 axes/);
    expect(() => new UpSampling2D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new UpSampling2D({ interpolation: 'area' as never })).toThrow(/`interpolation` must be 'nearest'/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 5, 2]);
    await expectNoLeak(() => {
      const layer = new UpSampling2D({ size: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
