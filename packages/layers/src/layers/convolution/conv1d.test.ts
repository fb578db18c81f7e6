import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Conv1D } from './conv1d';
import golden from './convolution.golden.json';

describe('Conv1D', () => {
  goldenTests(golden, 'Conv1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new Conv1D({ filters: 32, kernelSize: 3, padding: 'causal' }).apply(tf.zeros([1, 10, 4])).shape).toEqual([
      1, 10, 32,
    ]);
  });

  test('is made again from its config', () => {
    const config = new Conv1D({ filters: 2, kernelSize: 3 }).getConfig();
    expect(Conv1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Conv1D({ filters: 2, kernelSize: 3 }).apply(tf.ones([2, 3]))).toThrow(/must have 3 axes/);
    expect(() => new Conv1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new Conv1D({ filters: 0, kernelSize: 3 })).toThrow(/`filters` must be a positive integer/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 5, 2]);
    await expectNoLeak(() => {
      const layer = new Conv1D({ filters: 2, kernelSize: 3 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
