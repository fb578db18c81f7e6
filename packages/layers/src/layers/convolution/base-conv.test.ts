import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BaseConv, type BaseConvOptions } from './base-conv';
import type { Padding } from './conv-shapes';

/** What a convolution over another number of axes takes to write. */
class AlongOneAxis extends BaseConv {
  static override readonly className: string = 'AlongOneAxis';
  constructor(options: BaseConvOptions<Padding>) {
    super(options, 1);
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BaseConv', () => {
  test('serves any number of spatial axes', () => {
    const layer = new AlongOneAxis({ filters: 4, kernelSize: 3, padding: 'causal', groups: 2, name: 'a' });
    expect(layer.apply(tf.zeros([2, 7, 6])).shape).toEqual([2, 7, 4]);
    expect(layer.kernel.shape).toEqual([3, 3, 4]);
    expect(layer.getConfig()).toMatchObject({
      kernel_size: [3],
      strides: [1],
      padding: 'causal',
      groups: 2,
      use_bias: true,
    });
  });

  test('adds a bias unless told otherwise, and applies the activation', () => {
    const options = {
      filters: 1,
      kernelSize: 1,
      kernelInitializer: 'zeros',
      biasInitializer: 'ones',
      activation: 'sigmoid',
    } as const;
    expect(new AlongOneAxis(options).apply(tf.ones([1, 1, 1])).dataSync()[0]).toBeCloseTo(0.7311, 4);
    const plain = new AlongOneAxis({ ...options, useBias: false });
    expect(plain.apply(tf.ones([1, 1, 1])).dataSync()[0]).toBe(0.5);
    expect(plain.weights).toHaveLength(1);
  });
});
