import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { ReLU } from '../activations/relu';
import { Dense } from '../core/dense';
import golden from './normalization.golden.json';
import { SpectralNormalization } from './spectral-normalization';

describe('SpectralNormalization', () => {
  goldenTests(golden, 'SpectralNormalization', runLayerCase);

  test('prints what the documentation says', () => {
    expect(new SpectralNormalization({ layer: new Dense({ units: 3 }) }).apply(tf.ones([2, 5])).shape).toEqual([2, 3]);
  });

  test('is made again from its config', () => {
    const config = new SpectralNormalization({ layer: new Dense({ units: 3 }), powerIterations: 2 }).getConfig();
    expect(SpectralNormalization.fromConfig(config).getConfig()).toEqual(config);
  });

  test('brings the largest singular value to 1 in training, and leaves a kernel of zeros', () => {
    const dense = new Dense({ units: 2, kernelInitializer: 'identity', useBias: false });
    const layer = new SpectralNormalization({ layer: dense, powerIterations: 20 });
    layer.build([null, 2]);
    dense.kernel.assign(
      tf.tensor2d([
        [4, 0],
        [0, 1],
      ]),
    );
    expectClose(layer.apply(tf.ones([1, 2]), { training: true }), [[1, 0.25]]);
    dense.kernel.assign(tf.zeros([2, 2]));
    expectClose(layer.apply(tf.ones([1, 2]), { training: true }), [[0, 0]]);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new SpectralNormalization({ layer: new Dense({ units: 1 }), unknownOption: 1 } as never)).toThrow(
      /Received: `unknownOption`/,
    );
    expect(() => new SpectralNormalization({ layer: 'dense' as never })).toThrow(/`layer` must be a layer/);
    expect(() => new SpectralNormalization({ layer: new ReLU() }).apply(tf.ones([2, 3]))).toThrow(/must have a kernel/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 4]);
    await expectNoLeak(() => {
      const layer = new SpectralNormalization({ layer: new Dense({ units: 3 }), powerIterations: 2 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
