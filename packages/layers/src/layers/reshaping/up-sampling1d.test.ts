import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './reshaping.golden.json';
import { UpSampling1D } from './up-sampling1d';

describe('UpSampling1D', () => {
  goldenTests(golden, 'UpSampling1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect([...new UpSampling1D({ size: 2 }).apply(tf.tensor3d([1, 2], [1, 2, 1])).dataSync()]).toEqual([1, 1, 2, 2]);
  });

  test('is made again from its config', () => {
    const config = new UpSampling1D({ size: 2 }).getConfig();
    expect(UpSampling1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new UpSampling1D({ size: 2 }).apply(tf.ones([2, 3]))).toThrow(/must have 3 axes/);
    expect(() => new UpSampling1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 2]);
    await expectNoLeak(() => {
      const layer = new UpSampling1D({ size: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
