import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import { channelsOf, imageWindows, taps, values, type Windows } from '../testing/windows';

function averagesOf(x: tf.Tensor, info: Windows, size: number): number[] {
  const channels = channelsOf(x);
  const input = values(x);
  const sums = new Array<number>(size).fill(0);
  const counts = new Array<number>(size / channels).fill(0);
  for (const { out, from } of taps(info)) {
    counts[out]!++;
    for (let c = 0; c < channels; c++) sums[out * channels + c]! += input[from * channels + c]!;
  }
  return sums.map((sum, index) => sum / counts[Math.floor(index / channels)]!);
}

onThreads('AvgPool', (sameBits) => {
  test.each([
    [[1, 2, 2, 1], [2, 2], [2, 2], 'valid'],
    [[3, 5, 7, 3], [2, 2], [2, 2], 'same'],
    [[2, 9, 8, 16], [3, 3], [2, 2], 'same'],
    [[2, 7, 7, 53], [3, 2], [1, 1], 'valid'],
    [[1, 6, 5, 4], [5, 1], [3, 2], 'same'],
    [[4, 8, 8, 64], [8, 8], [1, 1], 'valid'],
    [[0, 4, 4, 3], [2, 2], [2, 2], 'valid'],
  ] as const)('averages what lies inside each window: %j filter %j strides %j %s', (shape, filter, strides, pad) => {
    const x = numbers<tf.Tensor4D>([...shape]);
    const y = tf.avgPool(x, [...filter], [...strides], pad);
    const info = tf.backend_util.computePool2DInfo([...shape], [...filter], [...strides], 1, pad);
    expect(y.shape).toEqual(info.outShape);
    expectClose(y.dataSync(), averagesOf(x, imageWindows(info), y.size), { atol: 1e-6 });
    sameBits(`${shape} ${filter} ${strides} ${pad}`, y);
  });

  test.each([
    [[1, 3, 4, 5, 3], [2, 2, 2], [2, 2, 2], 'same'],
    [[2, 5, 4, 3, 17], [3, 1, 2], [1, 2, 1], 'valid'],
  ] as const)('pools volumes: %j filter %j strides %j %s', (shape, filter, strides, pad) => {
    const x = numbers<tf.Tensor5D>([...shape]);
    const y = tf.avgPool3d(x, [...filter], [...strides], pad);
    const info = tf.backend_util.computePool3DInfo([...shape], [...filter], [...strides], 1, pad);
    expectClose(y.dataSync(), averagesOf(x, info, y.size), { atol: 1e-6 });
    sameBits(`${shape}`, y);
  });

  test('keeps a NaN to the windows that see it', () => {
    const x = tf.tensor4d([1, 2, Number.NaN, 4], [1, 1, 4, 1]);
    expectClose(tf.avgPool(x, [1, 2], [1, 2], 'valid').dataSync(), [1.5, Number.NaN]);
  });
});
