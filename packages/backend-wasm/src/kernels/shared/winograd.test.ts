import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../../testing/numbers';
import { onThreads } from '../../testing/on-threads';
import { convolveTaps, filterGradientOfTaps, imageWindows, taps } from '../../testing/windows';
import { suitsWinograd } from './winograd';

test('only what gains goes this way: 3x3, stride 1, no dilation, many channels', () => {
  expect(suitsWinograd([3, 3], [1, 1], [1, 1], 32, 64)).toBe(true);
  expect(suitsWinograd([3, 5], [1, 1], [1, 1], 32, 64)).toBe(false);
  expect(suitsWinograd([3, 3], [2, 2], [1, 1], 32, 64)).toBe(false);
  expect(suitsWinograd([3, 3], [1, 1], [2, 2], 32, 64)).toBe(false);
  expect(suitsWinograd([3, 3], [1, 1], [1, 1], 3, 64)).toBe(false);
  expect(suitsWinograd([3, 3], [1, 1], [1, 1], 34, 64)).toBe(false);
  expect(suitsWinograd([3, 3], [1, 1], [1, 1], 4096, 64)).toBe(false);
});

/** Less than a tile, whole tiles, tiles that hang over either edge; filters that fill a panel and that do not. */
const cases: [[number, number, number, number], [number, number, number, number], 'valid' | 'same'][] = [
  [[1, 3, 3, 32], [3, 3, 32, 32], 'valid'],
  [[2, 6, 6, 32], [3, 3, 32, 36], 'valid'],
  [[2, 13, 11, 36], [3, 3, 36, 32], 'same'],
  [[3, 9, 14, 32], [3, 3, 32, 64], 'same'],
  [[1, 5, 5, 260], [3, 3, 260, 32], 'same'],
  [[6, 30, 30, 32], [3, 3, 32, 32], 'same'],
];

onThreads('Winograd, or the plain way where numerics are strict', (sameBits) => {
  test.each(cases)('convolves %j with %j, %s, and back', (shape, filterShape, pad) => {
    const x = numbers<tf.Tensor4D>(shape);
    const filter = numbers<tf.Tensor4D>(filterShape, 2);
    const info = tf.backend_util.computeConv2DInfo(shape, filterShape, 1, 1, pad);
    const expected = convolveTaps(taps(imageWindows(info)), x, filter, info.outShape);
    // The transforms multiply by up to 8 and cancel again: some 1e-5 of the size of the sum, where a plain sum errs by 1e-6.
    const tolerance = { rtol: 0, atol: 4e-5 * Math.sqrt(9 * Math.max(shape[3], filterShape[3])) };
    const y = tf.conv2d(x, filter, 1, pad);
    expectClose(y.dataSync(), expected, tolerance);
    sameBits(`${shape} ${filterShape} ${pad}`, y);

    // The input gradient is a convolution with the filter turned round and its channels exchanged.
    const dy = numbers<tf.Tensor4D>(info.outShape, 3);
    const dx = tf.grad((input) => tf.conv2d(input as tf.Tensor4D, filter, 1, pad))(x, dy);
    const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]) as tf.Tensor4D;
    const { top, left } = info.padInfo;
    const full = tf.pad(dy, [
      [0, 0],
      [2 - top, shape[1] - info.outHeight + top],
      [2 - left, shape[2] - info.outWidth + left],
      [0, 0],
    ]) as tf.Tensor4D;
    const fullInfo = tf.backend_util.computeConv2DInfo(full.shape, turned.shape, 1, 1, 'valid');
    expectClose(dx.dataSync(), convolveTaps(taps(imageWindows(fullInfo)), full, turned, fullInfo.outShape), tolerance);
    sameBits(`gradient ${shape} ${filterShape} ${pad}`, dx);
  });

  test.each(cases)('sums the filter gradient of %j with %j, %s', (shape, filterShape, pad) => {
    const x = numbers<tf.Tensor4D>(shape);
    const info = tf.backend_util.computeConv2DInfo(shape, filterShape, 1, 1, pad);
    const dy = numbers<tf.Tensor4D>(info.outShape, 3);
    const filter = tf.zeros<tf.Rank.R4>(filterShape);
    const dw = tf.grad((weights) => tf.conv2d(x, weights as tf.Tensor4D, 1, pad))(filter, dy);
    const expected = filterGradientOfTaps(taps(imageWindows(info)), x, dy, filterShape);
    const pixels = info.batchSize * info.outHeight * info.outWidth;
    // The transforms' error, and that of a running sum over the pixels.
    expectClose(dw.dataSync(), expected, { rtol: 0, atol: 4e-5 * Math.sqrt(pixels) + 1e-6 * pixels });
    sameBits(`filter gradient ${shape} ${filterShape} ${pad}`, dw);
  });
});
