import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { MaxPooling3D } from './max-pooling3d';
import golden from './pooling.golden.json';

describe('MaxPooling3D', () => {
  goldenTests(golden, 'MaxPooling3D', runLayerCase);

  test('takes every second value with windows of one, where strides of 2 leave a value behind the last window', () => {
    const layer = new MaxPooling3D({ poolSize: 1, strides: 2, padding: 'same' });
    const x = tf.reshape(tf.range(0, 24), [1, 4, 2, 3, 1]);
    expect([...layer.apply<tf.Tensor>(x).dataSync()]).toEqual([0, 2, 12, 14]);
  });

  test('prints what the documentation says', () => {
    expect(new MaxPooling3D().apply(tf.zeros([1, 4, 4, 4, 2])).shape).toEqual([1, 2, 2, 2, 2]);
  });

  test('is made again from its config', () => {
    const config = new MaxPooling3D({ poolSize: 2, strides: 1, padding: 'same' }).getConfig();
    expect(MaxPooling3D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new MaxPooling3D({ poolSize: 2, strides: 1, padding: 'same' }).apply(tf.ones([2, 3]))).toThrow(
      /must have 5 axes/,
    );
    expect(() => new MaxPooling3D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 4, 5, 4, 2]);
    await expectNoLeak(() => {
      const layer = new MaxPooling3D({ poolSize: 2, strides: 1, padding: 'same' });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
