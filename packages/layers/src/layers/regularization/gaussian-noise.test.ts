import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { GaussianNoise } from './gaussian-noise';
import golden from './regularization.golden.json';

describe('GaussianNoise', () => {
  goldenTests(golden, 'GaussianNoise', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new GaussianNoise({ stddev: 0.1 }).apply(tf.ones([2])), [1, 1], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new GaussianNoise({ stddev: 0.5, seed: 1 }).getConfig();
    expect(GaussianNoise.fromConfig(config).getConfig()).toEqual(config);
  });

  test('adds noise of the deviation asked for, in training only', () => {
    const noise = new GaussianNoise({ stddev: 0.5, seed: 3 }).apply(tf.zeros([5000]), { training: true });
    const { mean, variance } = tf.moments(noise);
    expect(mean.dataSync()[0]).toBeCloseTo(0, 1);
    expect(variance.dataSync()[0]).toBeCloseTo(0.25, 1);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new GaussianNoise({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new GaussianNoise({ stddev: -1 })).toThrow(/`stddev` must be/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new GaussianNoise({ stddev: 0.5, seed: 1 });
      const output = layer.apply(x, { training: true });
      layer.dispose();
      return output;
    });
  });
});
