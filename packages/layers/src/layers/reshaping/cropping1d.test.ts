import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Cropping1D } from './cropping1d';
import golden from './reshaping.golden.json';

describe('Cropping1D', () => {
  goldenTests(golden, 'Cropping1D', runLayerCase);

  test('prints what the documentation says', () => {
    expect([...new Cropping1D({ cropping: [1, 0] }).apply(tf.tensor3d([1, 2, 3], [1, 3, 1])).dataSync()]).toEqual([
      2, 3,
    ]);
  });

  test('is made again from its config', () => {
    const config = new Cropping1D({ cropping: 1 }).getConfig();
    expect(Cropping1D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Cropping1D({ cropping: 1 }).apply(tf.ones([1, 2, 1]))).toThrow(/must be longer/);
    expect(() => new Cropping1D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 2]);
    await expectNoLeak(() => {
      const layer = new Cropping1D({ cropping: 1 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
