import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from './activations.golden.json';
import { ELU } from './elu';

describe('ELU', () => {
  goldenTests(golden, 'ELU', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new ELU().apply(tf.tensor1d([-1, 2])), [-0.6321, 2], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new ELU({ alpha: 0.5 }).getConfig();
    expect(ELU.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new ELU({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new ELU({ alpha: 0.5 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
