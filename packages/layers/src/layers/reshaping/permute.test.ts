import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Permute } from './permute';
import golden from './reshaping.golden.json';

describe('Permute', () => {
  goldenTests(golden, 'Permute', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new Permute({ dims: [2, 1] }).apply(tf.zeros([5, 10, 64])).shape).toEqual([5, 64, 10]);
  });

  test('is made again from its config', () => {
    const config = new Permute({ dims: [2, 1] }).getConfig();
    expect(Permute.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Permute({ dims: [2, 1] }).apply(tf.ones([2, 3]))).toThrow(/must have 3 axes/);
    expect(() => new Permute({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new Permute({ dims: [1, 3] })).toThrow(/`dims` must hold each number/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3, 4]);
    await expectNoLeak(() => {
      const layer = new Permute({ dims: [2, 1] });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
