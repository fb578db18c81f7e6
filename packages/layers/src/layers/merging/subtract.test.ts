import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './merging.golden.json';
import { Subtract } from './subtract';

describe('Subtract', () => {
  goldenTests(golden, 'Subtract', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new Subtract().apply([tf.tensor1d([1, 2]), tf.tensor1d([10, 20])]), [-9, -18], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new Subtract({}).getConfig();
    expect(Subtract.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Subtract().apply(tf.ones([2, 3]))).toThrow(/must be a list/);
    expect(() => new Subtract().apply([tf.ones([2, 3]), tf.ones([4, 3, 2])])).toThrow(/must have equal shapes/);
    expect(() => new Subtract({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = [tf.ones([2, 3]), tf.ones([2, 3])];
    await expectNoLeak(() => {
      const layer = new Subtract({});
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
