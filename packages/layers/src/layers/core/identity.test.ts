import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './core.golden.json';
import { Identity } from './identity';

describe('Identity', () => {
  goldenTests(golden, 'Identity', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new Identity().apply(tf.tensor1d([1, 2])), [1, 2], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new Identity({}).getConfig();
    expect(Identity.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Identity({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new Identity({});
      expect(layer.apply(x)).toBe(x);
      layer.dispose();
    });
  });
});
