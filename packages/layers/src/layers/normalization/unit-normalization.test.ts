import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './normalization.golden.json';
import { UnitNormalization } from './unit-normalization';

describe('UnitNormalization', () => {
  goldenTests(golden, 'UnitNormalization', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new UnitNormalization().apply(tf.tensor2d([[3, 4]])), [[0.6, 0.8]], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new UnitNormalization({ axis: 2 }).getConfig();
    expect(UnitNormalization.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new UnitNormalization({ axis: 2 }).apply(tf.ones([2, 3]))).toThrow(/must have axis 2/);
    expect(() => new UnitNormalization({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3, 4]);
    await expectNoLeak(() => {
      const layer = new UnitNormalization({ axis: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
