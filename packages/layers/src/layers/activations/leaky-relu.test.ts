import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './activations.golden.json';
import { LeakyReLU } from './leaky-relu';

describe('LeakyReLU', () => {
  goldenTests(golden, 'LeakyReLU', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new LeakyReLU({ negativeSlope: 0.5 }).apply(tf.tensor1d([-1, 2])), [-0.5, 2], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new LeakyReLU({ negativeSlope: 0.1 }).getConfig();
    expect(LeakyReLU.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new LeakyReLU({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new LeakyReLU({ negativeSlope: -1 })).toThrow(/`negativeSlope` must be/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new LeakyReLU({ negativeSlope: 0.1 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
