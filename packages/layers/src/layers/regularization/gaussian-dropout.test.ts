import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { GaussianDropout } from './gaussian-dropout';
import golden from './regularization.golden.json';

describe('GaussianDropout', () => {
  goldenTests(golden, 'GaussianDropout', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new GaussianDropout({ rate: 0.5 }).apply(tf.ones([2])), [1, 1], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new GaussianDropout({ rate: 0.5, seed: 1 }).getConfig();
    expect(GaussianDropout.fromConfig(config).getConfig()).toEqual(config);
  });

  test('in training keeps the mean, with the variance of dropout', () => {
    const noisy = new GaussianDropout({ rate: 0.2, seed: 3 }).apply(tf.ones([5000]), { training: true });
    const { mean, variance } = tf.moments(noisy);
    expect(mean.dataSync()[0]).toBeCloseTo(1, 1);
    expect(variance.dataSync()[0]).toBeCloseTo(0.25, 1);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new GaussianDropout({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new GaussianDropout({ rate: 1.5 })).toThrow(/`rate` must be/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new GaussianDropout({ rate: 0.5, seed: 1 });
      const output = layer.apply(x, { training: true });
      layer.dispose();
      return output;
    });
  });
});
