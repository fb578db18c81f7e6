import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BaseCropping, type BaseCroppingOptions } from './base-cropping';

class AlongTwoAxes extends BaseCropping {
  static override readonly className: string = 'AlongTwoAxes';
  constructor(options: BaseCroppingOptions) {
    super(options, { spatialAxes: 2, cropping: 0, ownOptions: ['dataFormat'] });
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BaseCropping', () => {
  test('cuts the spatial axes of either data format', () => {
    const x = tf.reshape(tf.range(0, 12), [1, 3, 4, 1]);
    const cropping = [
      [1, 0],
      [0, 2],
    ] as const;
    expect([...new AlongTwoAxes({ cropping }).apply(x).dataSync()]).toEqual([4, 5, 8, 9]);
    const first = new AlongTwoAxes({ cropping, dataFormat: 'channels_first' });
    expect(first.apply(tf.reshape(x, [1, 1, 3, 4])).shape).toEqual([1, 1, 2, 2]);
    expect(first.computeOutputShape([null, 5, null, 4])).toEqual([null, 5, null, 2]);
    expect(new AlongTwoAxes({}).apply(x).shape).toEqual([1, 3, 4, 1]);
  });

  test('refuses to leave nothing', () => {
    const layer = new AlongTwoAxes({ cropping: 2, name: 'c' });
    expect(() => layer.apply(tf.ones([1, 4, 9, 1]))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: AlongTwoAxes 'c': the input must be longer than the 4 that are cut off axis 1. Received: shape (1, 4, 9, 1). Crop less.]`,
    );
  });
});
