import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './convolution.golden.json';
import { SeparableConv2D } from './separable-conv2d';

describe('SeparableConv2D', () => {
  goldenTests(golden, 'SeparableConv2D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new SeparableConv2D({ filters: 8, kernelSize: 3 }).apply(tf.zeros([1, 8, 8, 3])).shape).toEqual([
      1, 6, 6, 8,
    ]);
  });

  test('is made again from its config', () => {
    const config = new SeparableConv2D({ filters: 3, kernelSize: 2 }).getConfig();
    expect(SeparableConv2D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new SeparableConv2D({ filters: 3, kernelSize: 2 }).apply(tf.ones([1, 1, 3, 2]))).toThrow(
      /at least 2 long/,
    );
    expect(() => new SeparableConv2D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new SeparableConv2D({ filters: 1, kernelSize: 2, strides: 2, dilationRate: 2 })).toThrow(
      /only one of/,
    );
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 3, 3, 2]);
    await expectNoLeak(() => {
      const layer = new SeparableConv2D({ filters: 3, kernelSize: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
