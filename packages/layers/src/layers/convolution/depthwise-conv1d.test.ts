import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './convolution.golden.json';
import { DepthwiseConv1D } from './depthwise-conv1d';

describe('DepthwiseConv1D', () => {
  goldenTests(golden, 'DepthwiseConv1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new DepthwiseConv1D({ kernelSize: 3 }).apply(tf.zeros([1, 10, 4])).shape).toEqual([1, 8, 4]);
  });

  test('is made again from its config', () => {
    const config = new DepthwiseConv1D({ kernelSize: 3, dilationRate: 2 }).getConfig();
    expect(DepthwiseConv1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new DepthwiseConv1D({ kernelSize: 3, dilationRate: 2 }).apply(tf.ones([1, 4, 2]))).toThrow(
      /at least 5 long/,
    );
    expect(() => new DepthwiseConv1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 6, 2]);
    await expectNoLeak(() => {
      const layer = new DepthwiseConv1D({ kernelSize: 3, dilationRate: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
