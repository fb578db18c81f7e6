import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Conv1DTranspose } from './conv1d-transpose';
import golden from './convolution.golden.json';

describe('Conv1DTranspose', () => {
  goldenTests(golden, 'Conv1DTranspose', runLayerCase);

  test('prints what the documentation says', () => {
    expect(
      new Conv1DTranspose({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }).apply(tf.zeros([1, 5, 2])).shape,
    ).toEqual([1, 10, 4]);
  });

  test('is made again from its config', () => {
    const config = new Conv1DTranspose({ filters: 2, kernelSize: 3, strides: 2 }).getConfig();
    expect(Conv1DTranspose.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Conv1DTranspose({ filters: 2, kernelSize: 3, strides: 2 }).apply(tf.ones([2, 3]))).toThrow(
      /must have 3 axes/,
    );
    expect(() => new Conv1DTranspose({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 5, 2]);
    await expectNoLeak(() => {
      const layer = new Conv1DTranspose({ filters: 2, kernelSize: 3, strides: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
