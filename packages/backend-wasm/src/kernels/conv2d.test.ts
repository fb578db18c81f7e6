import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { imageConvolutions } from '../testing/convolutions';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import { convolveTaps, imageWindows, taps } from '../testing/windows';

onThreads('Conv2D', (sameBits) => {
  test.each(imageConvolutions)(
    'is right for x %j, filter %j, strides %j, %s, dilations %j',
    (shape, filterShape, strides, pad, dilations) => {
      const x = numbers<tf.Tensor4D>(shape);
      const filter = numbers<tf.Tensor4D>(filterShape, 2);
      const info = tf.backend_util.computeConv2DInfo(shape, filterShape, strides, dilations, pad);
      const expected = convolveTaps(taps(imageWindows(info)), x, filter, info.outShape);
      const y = tf.conv2d(x, filter, strides, pad, 'NHWC', dilations);
      expect(y.shape).toEqual(info.outShape);
      const tolerance = { rtol: 1e-5, atol: 1e-6 * (filterShape[0] * filterShape[1] * filterShape[2] + 1) };
      expectClose(y.dataSync(), expected, tolerance);
      sameBits(`${shape} ${filterShape} ${strides} ${pad} ${dilations}`, y);

      const first = tf.conv2d(tf.transpose(x, [0, 3, 1, 2]), filter, strides, pad, 'NCHW', dilations);
      expectClose(tf.transpose(first, [0, 2, 3, 1]).dataSync(), expected, tolerance);
    },
  );

  test('pads as it is told, channels last and first', () => {
    const x = numbers<tf.Tensor4D>([2, 5, 4, 3]);
    const filter = numbers<tf.Tensor4D>([3, 2, 3, 4], 2);
    const y = tf.conv2d(x, filter, 1, [
      [0, 0],
      [2, 0],
      [1, 3],
      [0, 0],
    ]);
    const padded = tf.pad(x, [
      [0, 0],
      [2, 0],
      [1, 3],
      [0, 0],
    ]) as tf.Tensor4D;
    expectClose(y, tf.conv2d(padded, filter, 1, 'valid'), { atol: 1e-5 });
    const first = tf.conv2d(
      tf.transpose(x, [0, 3, 1, 2]),
      filter,
      1,
      [
        [0, 0],
        [0, 0],
        [2, 0],
        [1, 3],
      ],
      'NCHW',
    );
    expectClose(tf.transpose(first, [0, 2, 3, 1]), y, { atol: 1e-5 });
  });
});
