import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { AveragePooling3D } from './average-pooling3d';
import golden from './pooling.golden.json';

describe('AveragePooling3D', () => {
  goldenTests(golden, 'AveragePooling3D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new AveragePooling3D().apply(tf.zeros([1, 4, 4, 4, 2])).shape).toEqual([1, 2, 2, 2, 2]);
  });

  test('is made again from its config', () => {
    const config = new AveragePooling3D({ poolSize: 2, strides: 1, padding: 'same' }).getConfig();
    expect(AveragePooling3D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new AveragePooling3D({ poolSize: 2, strides: 1, padding: 'same' }).apply(tf.ones([2, 3]))).toThrow(
      /must have 5 axes/,
    );
    expect(() => new AveragePooling3D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 4, 5, 4, 2]);
    await expectNoLeak(() => {
      const layer = new AveragePooling3D({ poolSize: 2, strides: 1, padding: 'same' });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
