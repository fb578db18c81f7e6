import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { SpatialDropout3D } from './spatial-dropout3d';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('SpatialDropout3D', () => {
  test('prints what the documentation says', () => {
    expect(new SpatialDropout3D({ rate: 0.5 }).apply(tf.ones([2, 1, 1, 1, 3])).shape).toEqual([2, 1, 1, 1, 3]);
  });

  test('is made again from its config', () => {
    const config = new SpatialDropout3D({ rate: 0.5, seed: 1 }).getConfig();
    expect(SpatialDropout3D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new SpatialDropout3D({ rate: 0.5, seed: 1 }).apply(tf.ones([2, 3]))).toThrow(/must have 5 axes/);
    expect(() => new SpatialDropout3D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([2, 3, 3, 3, 2]);
    await expectNoLeak(() => {
      const layer = new SpatialDropout3D({ rate: 0.5, seed: 1 });
      const output = layer.apply(x, { training: true });
      layer.dispose();
      return output;
    });
  });
});
