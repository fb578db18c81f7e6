import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BaseSeparableConv, type BaseSeparableConvOptions } from './base-separable-conv';

class AlongOneAxis extends BaseSeparableConv {
  static override readonly className: string = 'AlongOneAxis';
  constructor(options: BaseSeparableConvOptions) {
    super(options, 1);
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BaseSeparableConv', () => {
  test('filters each channel and then mixes them, with either data format', () => {
    const ones = { depthwiseInitializer: 'ones', pointwiseInitializer: 'ones', biasInitializer: 'ones' } as const;
    const options = { filters: 3, kernelSize: 2, depthMultiplier: 2, ...ones };
    const x = tf.tensor3d([1, 10, 2, 20, 3, 30], [1, 3, 2]);
    const layer = new AlongOneAxis(options);
    expectClose(layer.apply(x), [
      [
        [67, 67, 67],
        [111, 111, 111],
      ],
    ]);
    expect(layer.weights.map(({ name, shape }) => [name, shape])).toEqual([
      ['depthwise_kernel', [2, 2, 2]],
      ['pointwise_kernel', [1, 4, 3]],
      ['bias', [3]],
    ]);
    const first = new AlongOneAxis({ ...options, dataFormat: 'channels_first', useBias: false });
    expectClose(first.apply(tf.transpose(x, [0, 2, 1])), [
      [
        [66, 110],
        [66, 110],
        [66, 110],
      ],
    ]);
  });
});
