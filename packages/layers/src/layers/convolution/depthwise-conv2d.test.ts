import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './convolution.golden.json';
import { DepthwiseConv2D } from './depthwise-conv2d';

describe('DepthwiseConv2D', () => {
  goldenTests(golden, 'DepthwiseConv2D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new DepthwiseConv2D({ kernelSize: 3, depthMultiplier: 2 }).apply(tf.zeros([1, 8, 8, 3])).shape).toEqual([
      1, 6, 6, 6,
    ]);
  });

  test('is made again from its config', () => {
    const config = new DepthwiseConv2D({ kernelSize: 2, depthMultiplier: 2 }).getConfig();
    expect(DepthwiseConv2D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new DepthwiseConv2D({ kernelSize: 2, depthMultiplier: 2 }).apply(tf.ones([1, 1, 3, 2]))).toThrow(
      /at least 2 long/,
    );
    expect(() => new DepthwiseConv2D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new DepthwiseConv2D({ kernelSize: 2, depthMultiplier: 0 })).toThrow(/`depthMultiplier` must be/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 3, 3, 2]);
    await expectNoLeak(() => {
      const layer = new DepthwiseConv2D({ kernelSize: 2, depthMultiplier: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
