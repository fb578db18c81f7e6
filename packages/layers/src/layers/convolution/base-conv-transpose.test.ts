import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BaseConvTranspose, type BaseConvTransposeOptions } from './base-conv-transpose';

class AlongOneAxis extends BaseConvTranspose {
  static override readonly className: string = 'AlongOneAxis';
  constructor(options: BaseConvTransposeOptions) {
    super(options, 1);
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BaseConvTranspose', () => {
  test.each([
    [{ kernelSize: 3 }, 6],
    [{ kernelSize: 2, strides: 3 }, 12],
    [{ kernelSize: 4, strides: 2 }, 10],
    [{ kernelSize: 3, dilationRate: 2 }, 8],
    [{ kernelSize: 3, strides: 2, padding: 'same' }, 8],
    [{ kernelSize: 3, strides: 2, padding: 'same', outputPadding: 0 }, 7],
    [{ kernelSize: 4, strides: 2, padding: 'same', outputPadding: 1 }, 7],
    [{ kernelSize: 3, strides: 2, outputPadding: 1 }, 10],
  ] as const)('with %o makes 4 steps %d, as it says beforehand', (options, length) => {
    const layer = new AlongOneAxis({ filters: 5, ...options });
    expect(layer.computeOutputShape([null, 4, 2])).toEqual([null, length, 5]);
    expect(layer.apply(tf.ones([2, 4, 2])).shape).toEqual([2, length, 5]);
  });

  test('gives the same with channels first', () => {
    const options = {
      filters: 3,
      kernelSize: 2,
      strides: 2,
      kernelInitializer: 'ones',
      biasInitializer: 'ones',
    } as const;
    const x = tf.tensor3d([1, 2, 3, 4], [1, 2, 2]);
    const last = new AlongOneAxis(options).apply(x);
    const first = new AlongOneAxis({ ...options, dataFormat: 'channels_first' }).apply(tf.transpose(x, [0, 2, 1]));
    expectClose(tf.transpose(first, [0, 2, 1]), last.arraySync() as number[][][]);
    expect(new AlongOneAxis({ ...options, useBias: false }).apply(x).dataSync()[0]).toBe(3);
  });
});
