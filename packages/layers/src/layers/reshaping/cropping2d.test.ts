import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Cropping2D } from './cropping2d';
import golden from './reshaping.golden.json';

describe('Cropping2D', () => {
  goldenTests(golden, 'Cropping2D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(
      new Cropping2D({
        cropping: [
          [1, 0],
          [2, 2],
        ],
      }).apply(tf.ones([1, 8, 8, 1])).shape,
    ).toEqual([1, 7, 4, 1]);
  });

  test('is made again from its config', () => {
    const config = new Cropping2D({ cropping: 1 }).getConfig();
    expect(Cropping2D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Cropping2D({ cropping: 1 }).apply(tf.ones([1, 2, 2, 1]))).toThrow(/must be longer/);
    expect(() => new Cropping2D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 6, 5, 2]);
    await expectNoLeak(() => {
      const layer = new Cropping2D({ cropping: 1 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
