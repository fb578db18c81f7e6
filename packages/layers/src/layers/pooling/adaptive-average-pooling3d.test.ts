import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { AdaptiveAveragePooling3D } from './adaptive-average-pooling3d';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('AdaptiveAveragePooling3D', () => {
  test('prints what the documentation says', () => {
    expect(new AdaptiveAveragePooling3D({ outputSize: 2 }).apply(tf.zeros([1, 5, 4, 3, 2])).shape).toEqual([
      1, 2, 2, 2, 2,
    ]);
  });

  test('is made again from its config', () => {
    const config = new AdaptiveAveragePooling3D({ outputSize: 3 }).getConfig();
    expect(AdaptiveAveragePooling3D.fromConfig(config).getConfig()).toEqual(config);
  });

  test('says what is wrong with options and inputs', () => {
    expect(() => new AdaptiveAveragePooling3D({ outputSize: 3 }).apply(tf.ones([2, 3]))).toThrow(/must have 5 axes/);
    expect(() => new AdaptiveAveragePooling3D({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([1, 4, 5, 4, 2]);
    await expectNoLeak(() => {
      const layer = new AdaptiveAveragePooling3D({ outputSize: 3 });
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
  });
});
