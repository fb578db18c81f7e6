import { useBackend } from '@tenlab/core';
import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BasePooling, type BasePoolingOptions } from './base-pooling';

class Pool extends BasePooling {
  static override readonly className: string = 'Pool';
  constructor(options: BasePoolingOptions & { axes: number; mode: 'max' | 'average' }) {
    const { axes, mode, ...rest } = options;
    super(rest, axes, mode);
  }
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BasePooling', () => {
  test('serves one, two and three axes', () => {
    const x = tf.tensor3d([1, 5, 2, 8, 3], [1, 5, 1]);
    expectClose(new Pool({ axes: 1, mode: 'max' }).apply(x), [[[5], [8]]]);
    expectClose(new Pool({ axes: 1, mode: 'max', padding: 'same', strides: 1 }).apply(x), [[[5], [5], [8], [8], [3]]]);
    expectClose(new Pool({ axes: 3, mode: 'average' }).apply(tf.ones([1, 2, 2, 2, 1])), [[[[[1]]]]]);
  });

  test('averages over what lies inside, and knows its gradient there', () => {
    const layer = new Pool({ axes: 1, mode: 'average', padding: 'same', poolSize: 2, strides: 2 });
    expectClose(layer.apply(tf.tensor3d([2, 4, 6], [1, 3, 1])), [[[3], [6]]]);
    const x = tf.tensor4d(
      Float32Array.from({ length: 30 }, (_, i) => Math.sin(i)),
      [1, 5, 3, 2],
    );
    const square = new Pool({ axes: 2, mode: 'average', padding: 'same', poolSize: 3, strides: 2 });
    checkGradient((input) => square.apply(input), [x]);
  });

  test('moves by its own size unless told otherwise', () => {
    const layer = new Pool({ axes: 2, mode: 'max', poolSize: [2, 3], name: 'p' });
    expect(layer.getConfig()).toMatchObject({ pool_size: [2, 3], strides: [2, 3], padding: 'valid' });
    expect(layer.computeOutputShape([null, 7, 7, 5])).toEqual([null, 3, 2, 5]);
  });
});
