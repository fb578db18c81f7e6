import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Cropping3D } from './cropping3d';
import golden from './reshaping.golden.json';

describe('Cropping3D', () => {
  goldenTests(golden, 'Cropping3D', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new Cropping3D().apply(tf.ones([1, 4, 4, 4, 1])).shape).toEqual([1, 2, 2, 2, 1]);
  });

  test('is made again from its config', () => {
    const config = new Cropping3D({ cropping: 1 }).getConfig();
    expect(Cropping3D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Cropping3D({ cropping: 1 }).apply(tf.ones([1, 2, 2, 2, 1]))).toThrow(/must be longer/);
    expect(() => new Cropping3D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 4, 5, 4, 2]);
    await expectNoLeak(() => {
      const layer = new Cropping3D({ cropping: 1 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
