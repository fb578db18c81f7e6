import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { getMask } from '../../graph/masks';
import golden from './core.golden.json';
import { Masking } from './masking';

describe('Masking', () => {
  goldenTests(golden, 'Masking', runLayerCase);

  test('prints what the documentation says', () => {
    const y = new Masking().apply(tf.tensor3d([1, 2, 0, 0], [1, 2, 2]));
    expect([...(getMask(y)?.dataSync() ?? [])]).toEqual([1, 0]);
  });

  test('is made again from its config', () => {
    const config = new Masking({ maskValue: 2 }).getConfig();
    expect(Masking.fromConfig(config).getConfig()).toEqual(config);
  });

  test('lets gradients through where the mask is true', () => {
    const loss = (x: tf.Tensor) => tf.sum(new Masking().apply(x)) as tf.Scalar;
    expectClose(tf.grad(loss)(tf.tensor3d([0, 2, 0, 0], [1, 2, 2])), [
      [
        [1, 1],
        [0, 0],
      ],
    ]);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new Masking({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3, 1]);
    await expectNoLeak(() => {
      const layer = new Masking({ maskValue: 2 });
      const output = layer.apply(x);
      getMask(output)?.dispose();
      layer.dispose();
      return output;
    });
  });
});
