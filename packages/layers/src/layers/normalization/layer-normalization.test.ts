import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { LayerNormalization } from './layer-normalization';
import golden from './normalization.golden.json';

describe('LayerNormalization', () => {
  goldenTests(golden, 'LayerNormalization', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new LayerNormalization().apply(tf.tensor2d([[1, 3]])), [[-0.9995, 0.9995]], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new LayerNormalization({ axis: [1, 2] }).getConfig();
    expect(LayerNormalization.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new LayerNormalization({ axis: [1, 2] }).apply(tf.ones([2, 3]))).toThrow(/must have axis 2/);
    expect(() => new LayerNormalization({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new LayerNormalization({ axis: [1, -1] }).apply(tf.ones([2, 3]))).toThrow(/must name each axis once/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3, 4]);
    await expectNoLeak(() => {
      const layer = new LayerNormalization({ axis: [1, 2] });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
