import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './activations.golden.json';
import { PReLU } from './prelu';

describe('PReLU', () => {
  goldenTests(golden, 'PReLU', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new PReLU({ alphaInitializer: 'ones' }).apply(tf.tensor2d([[-1, 2]])), [[-1, 2]], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('is made again from its config', () => {
    const config = new PReLU({ sharedAxes: 1 }).getConfig();
    expect(PReLU.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new PReLU({ sharedAxes: 1 }).apply(tf.ones([2]))).toThrow(/`sharedAxes` must be from 1 to 0/);
    expect(() => new PReLU({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3, 4]);
    await expectNoLeak(() => {
      const layer = new PReLU({ sharedAxes: 1 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
