import { SeedGenerator } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { AlphaDropout } from './alpha-dropout';
import golden from './regularization.golden.json';

describe('AlphaDropout', () => {
  goldenTests(golden, 'AlphaDropout', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new AlphaDropout({ rate: 0.5 }).apply(tf.ones([2])), [1, 1], { rtol: 0, atol: 6e-5 });
  });

  test('is made again from its config', () => {
    const config = new AlphaDropout({ rate: 0.5, seed: 1 }).getConfig();
    expect(AlphaDropout.fromConfig(config).getConfig()).toEqual(config);
  });

  test('in training keeps mean 0 and variance 1', () => {
    const x = new SeedGenerator({ seed: 1 }).normal([5000]);
    const { mean, variance } = tf.moments(new AlphaDropout({ rate: 0.3, seed: 3 }).apply(x, { training: true }));
    expect(mean.dataSync()[0]).toBeCloseTo(0, 1);
    expect(variance.dataSync()[0]).toBeCloseTo(1, 0);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new AlphaDropout({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
    expect(() => new AlphaDropout({ rate: 1.5 })).toThrow(/`rate` must be/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new AlphaDropout({ rate: 0.5, seed: 1 });
      const output = layer.apply(x, { training: true });
      layer.dispose();
      return output;
    });
  });
});
