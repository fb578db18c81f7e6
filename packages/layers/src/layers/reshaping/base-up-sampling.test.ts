import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BaseUpSampling } from './base-up-sampling';

class AlongTwoAxes extends BaseUpSampling {
  static override readonly className: string = 'AlongTwoAxes';
  constructor(size: number | number[], dataFormat: 'channels_last' | 'channels_first') {
    super({ size }, { ownOptions: [], spatialAxes: 2, dataFormat });
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BaseUpSampling', () => {
  test('repeats along the spatial axes of either data format', () => {
    const x = tf.tensor4d([1, 2], [1, 1, 2, 1]);
    expect([...new AlongTwoAxes(2, 'channels_last').apply(x).dataSync()]).toEqual([1, 1, 2, 2, 1, 1, 2, 2]);
    const first = new AlongTwoAxes([1, 3], 'channels_first');
    expect([...first.apply(x).dataSync()]).toEqual([1, 1, 1, 2, 2, 2]);
    expect(first.computeOutputShape([null, 3, 4, null])).toEqual([null, 3, 4, null]);
    expect(first.computeOutputShape([null, 3, 4, 5])).toEqual([null, 3, 4, 15]);
  });
});
