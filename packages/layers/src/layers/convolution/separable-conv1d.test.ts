import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './convolution.golden.json';
import { SeparableConv1D } from './separable-conv1d';

describe('SeparableConv1D', () => {
  goldenTests(golden, 'SeparableConv1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new SeparableConv1D({ filters: 8, kernelSize: 3 }).apply(tf.zeros([1, 10, 4])).shape).toEqual([1, 8, 8]);
  });

  test('is made again from its config', () => {
    const config = new SeparableConv1D({ filters: 3, kernelSize: 3 }).getConfig();
    expect(SeparableConv1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new SeparableConv1D({ filters: 3, kernelSize: 3 }).apply(tf.ones([1, 2, 2]))).toThrow(
      /at least 3 long/,
    );
    expect(() => new SeparableConv1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 6, 2]);
    await expectNoLeak(() => {
      const layer = new SeparableConv1D({ filters: 3, kernelSize: 3 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
