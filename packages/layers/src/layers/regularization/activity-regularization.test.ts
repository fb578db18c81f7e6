import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { ActivityRegularization } from './activity-regularization';
import golden from './regularization.golden.json';

describe('ActivityRegularization', () => {
  goldenTests(golden, 'ActivityRegularization', runLayerCase);

  test('prints what the documentation says', () => {
    const layer = new ActivityRegularization({ l2: 0.5 });
    layer.apply(tf.tensor2d([[1, 2]]));
    expect(layer.losses[0]?.arraySync()).toBe(2.5);
  });

  test('is made again from its config', () => {
    const config = new ActivityRegularization({ l1: 0.1, l2: 0.2 }).getConfig();
    expect(ActivityRegularization.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new ActivityRegularization({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3]);
    await expectNoLeak(() => {
      const layer = new ActivityRegularization({ l1: 0.1, l2: 0.2 });
      expect(layer.apply(x)).toBe(x);
      layer.dispose();
    });
  });
});
