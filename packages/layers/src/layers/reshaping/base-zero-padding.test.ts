import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BaseZeroPadding, type BaseZeroPaddingOptions } from './base-zero-padding';

class AlongTwoAxes extends BaseZeroPadding {
  static override readonly className: string = 'AlongTwoAxes';
  constructor(options: BaseZeroPaddingOptions) {
    super(options, 2);
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BaseZeroPadding', () => {
  test('pads the spatial axes of either data format', () => {
    const padding = [
      [1, 0],
      [0, 2],
    ] as const;
    const x = tf.ones([1, 1, 2, 1]);
    expect([...new AlongTwoAxes({ padding }).apply(x).dataSync()]).toEqual([0, 0, 0, 0, 1, 1, 0, 0]);
    const first = new AlongTwoAxes({ padding, dataFormat: 'channels_first' });
    expect(first.apply(tf.ones([1, 3, 2, 2])).shape).toEqual([1, 3, 3, 4]);
    expect(first.computeOutputShape([null, 3, null, 2])).toEqual([null, 3, null, 4]);
  });
});
