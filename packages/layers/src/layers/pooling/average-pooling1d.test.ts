import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { AveragePooling1D } from './average-pooling1d';
import golden from './pooling.golden.json';

describe('AveragePooling1D', () => {
  goldenTests(golden, 'AveragePooling1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect([...new AveragePooling1D().apply(tf.tensor3d([1, 3, 2, 4], [1, 4, 1])).dataSync()]).toEqual([2, 3]);
  });

  test('is made again from its config', () => {
    const config = new AveragePooling1D({ poolSize: 2, strides: 1, padding: 'same' }).getConfig();
    expect(AveragePooling1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new AveragePooling1D({ poolSize: 2, strides: 1, padding: 'same' }).apply(tf.ones([2, 3]))).toThrow(
      /must have 3 axes/,
    );
    expect(() => new AveragePooling1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 2]);
    await expectNoLeak(() => {
      const layer = new AveragePooling1D({ poolSize: 2, strides: 1, padding: 'same' });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
