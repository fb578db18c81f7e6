import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { GroupNormalization } from './group-normalization';
import golden from './normalization.golden.json';

describe('GroupNormalization', () => {
  goldenTests(golden, 'GroupNormalization', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(
      new GroupNormalization({ groups: 2 }).apply(tf.tensor2d([[1, 3, 5, 9]])),
      [[-0.9995, 0.9995, -0.9999, 0.9999]],
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('is made again from its config', () => {
    const config = new GroupNormalization({ groups: 2 }).getConfig();
    expect(GroupNormalization.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new GroupNormalization({ groups: 2 }).apply(tf.ones([2, 3]))).toThrow(/multiple of `groups`/);
    expect(() => new GroupNormalization({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new GroupNormalization({ groups: 0 })).toThrow(/`groups` must be a positive integer, or -1/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3, 4]);
    await expectNoLeak(() => {
      const layer = new GroupNormalization({ groups: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
