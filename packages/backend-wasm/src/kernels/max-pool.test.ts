import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { distinctNumbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import { channelsOf, imageWindows, taps, values, type Windows } from '../testing/windows';

function maximaOf(x: tf.Tensor, info: Windows, size: number): number[] {
  const channels = channelsOf(x);
  const input = values(x);
  const out = new Array<number>(size).fill(Number.NEGATIVE_INFINITY);
  for (const { out: pixel, from } of taps(info))
    for (let c = 0; c < channels; c++)
      out[pixel * channels + c] = Math.max(out[pixel * channels + c]!, input[from * channels + c]!);
  return out;
}

const images: [
  shape: [number, number, number, number],
  filter: [number, number],
  strides: [number, number],
  pad: 'valid' | 'same',
][] = [
  [[1, 2, 2, 1], [2, 2], [2, 2], 'valid'],
  [[3, 5, 7, 3], [2, 2], [2, 2], 'same'],
  [[2, 9, 8, 16], [3, 3], [2, 2], 'same'],
  [[2, 7, 7, 53], [3, 2], [1, 1], 'valid'],
  [[1, 6, 5, 4], [5, 1], [3, 2], 'same'],
  [[5, 26, 26, 32], [2, 2], [2, 2], 'valid'],
  [[1, 4, 4, 2], [4, 4], [4, 4], 'valid'],
  [[0, 4, 4, 3], [2, 2], [2, 2], 'valid'],
];

onThreads('MaxPool', (sameBits) => {
  test.each(images)(
    'takes the largest element of each window: %j filter %j strides %j %s',
    (shape, filter, strides, pad) => {
      const x = distinctNumbers<tf.Tensor4D>(shape);
      const y = tf.maxPool(x, filter, strides, pad);
      const info = tf.backend_util.computePool2DInfo(shape, filter, strides, 1, pad);
      expect(y.shape).toEqual(info.outShape);
      expectClose(y.dataSync(), maximaOf(x, imageWindows(info), y.size), { rtol: 0, atol: 0 });
      sameBits(`${shape} ${filter} ${strides} ${pad}`, y);
    },
  );

  test.each([
    [[1, 3, 4, 5, 3], [2, 2, 2], [2, 2, 2], 'same'],
    [[2, 5, 4, 3, 17], [3, 1, 2], [1, 2, 1], 'valid'],
  ] as const)('pools volumes: %j filter %j strides %j %s', (shape, filter, strides, pad) => {
    const x = distinctNumbers<tf.Tensor5D>([...shape]);
    const y = tf.maxPool3d(x, [...filter], [...strides], pad);
    const info = tf.backend_util.computePool3DInfo([...shape], [...filter], [...strides], 1, pad);
    expectClose(y.dataSync(), maximaOf(x, info, y.size), { rtol: 0, atol: 0 });
    sameBits(`${shape}`, y);
  });

  test('is right where every element is below zero', () => {
    expectClose(tf.maxPool(tf.fill([1, 3, 3, 5], -7) as tf.Tensor4D, 2, 1, 'same'), tf.fill([1, 3, 3, 5], -7));
    expectClose(tf.maxPool3d(tf.fill([1, 3, 3, 3, 5], -7) as tf.Tensor5D, 2, 1, 'same'), tf.fill([1, 3, 3, 3, 5], -7));
  });

  test('passes over NaN, as all of TF.js does', () => {
    const x = tf.tensor4d([Number.NaN, 1, 2, Number.NaN], [1, 2, 2, 1]);
    expectClose(tf.maxPool(x, 2, 1, 'valid').dataSync(), [2]);
  });

  test('refuses a filter that is no whole number', () => {
    expect(() => tf.maxPool(tf.zeros([1, 4, 4, 1]) as tf.Tensor4D, 1.5, 1, 'valid')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: maximum pooling: filter size, strides and dilations must be whole numbers from 1, and sizes and padding whole numbers. Received: filter 1,1.5,1.5, strides 1,1,1, dilations 1,1,1, padding 0,0,0. Pass whole numbers, for example a filter of [2, 2] and strides of [2, 2].]`,
    );
  });
});
