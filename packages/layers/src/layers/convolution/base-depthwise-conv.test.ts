import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BaseDepthwiseConv, type BaseDepthwiseConvOptions } from './base-depthwise-conv';

class AlongOneAxis extends BaseDepthwiseConv {
  static override readonly className: string = 'AlongOneAxis';
  constructor(options: BaseDepthwiseConvOptions) {
    super(options, 1);
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BaseDepthwiseConv', () => {
  test('gives each channel its outputs side by side, with either data format', () => {
    const options = { kernelSize: 2, depthMultiplier: 2, depthwiseInitializer: 'ones', activation: 'relu' } as const;
    const x = tf.tensor3d([1, -1, 2, -2, 3, -3], [1, 3, 2]);
    const layer = new AlongOneAxis(options);
    expectClose(layer.apply(x), [
      [
        [3, 3, 0, 0],
        [5, 5, 0, 0],
      ],
    ]);
    expect(layer.weights.map(({ shape }) => shape)).toEqual([[2, 2, 2], [4]]);
    const first = new AlongOneAxis({ ...options, dataFormat: 'channels_first', useBias: false });
    expectClose(first.apply(tf.transpose(x, [0, 2, 1])), [
      [
        [3, 5],
        [3, 5],
        [0, 0],
        [0, 0],
      ],
    ]);
    expect(first.computeOutputShape([null, 2, null])).toEqual([null, 4, null]);
    expect(first.weights).toHaveLength(1);
  });
});
