import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { BatchNormalization } from './batch-normalization';

describe('BatchNormalization', () => {
  goldenTests(golden, 'BatchNormalization', runLayerCase);

  test('prints what the documentation says', () => {
    const layer = new BatchNormalization();
    expectClose(layer.apply(tf.tensor2d([[1], [3]]), { training: true }), [[-0.9995], [0.9995]], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('uses the moving statistics when it is frozen, also in training', () => {
    const layer = new BatchNormalization({ trainable: false });
    const x = tf.tensor2d([[1], [3]]);
    layer.apply(x, { training: true });
    expectClose(layer.movingMean.read(), [0]);
    expect(layer.trainableWeights).toEqual([]);
    expect(layer.weights.map(({ name }) => name)).toEqual(['gamma', 'beta', 'moving_mean', 'moving_variance']);
  });

  test('refuses what is not supported instead of ignoring it', () => {
    expect(() => new BatchNormalization({ synchronized: true, name: 'bn' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: BatchNormalization 'bn': \`synchronized\` must be false. Received: \`synchronized: true\`. Leave it out: there is one replica.]`,
    );
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new BatchNormalization();
      const output = layer.apply(x, { training: true });
      layer.dispose();
      return output;
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new BatchNormalization({ unknownOption: 1 } as never)).toThrow(
      /BatchNormalization '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
