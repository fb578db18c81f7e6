import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { imageConvolutions } from '../testing/convolutions';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import { imageWindows, taps, values } from '../testing/windows';

onThreads('Conv2DBackpropInput and Conv2DBackpropFilter', (sameBits) => {
  test.each(imageConvolutions)(
    'are right for x %j, filter %j, strides %j, %s, dilations %j',
    (shape, filterShape, strides, pad, dilations) => {
      const info = tf.backend_util.computeConv2DInfo(shape, filterShape, strides, dilations, pad);
      const [x, filter, dy] = [
        numbers<tf.Tensor4D>(shape),
        numbers<tf.Tensor4D>(filterShape, 2),
        numbers(info.outShape, 3),
      ];
      const [dx, dw] = tf.grads((x: tf.Tensor, w: tf.Tensor) =>
        tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, strides, pad, 'NHWC', dilations),
      )([x, filter], dy) as [tf.Tensor, tf.Tensor];
      // By plain loops: every tap hands dy back to the pixel and to the weight it came from.
      const [input, weights, given] = [values(x), values(filter), values(dy)];
      const [expectedX, expectedW] = [new Float64Array(x.size), new Float64Array(filter.size)];
      const [, , channels, filters] = filterShape;
      for (const { out, from, tap } of taps(imageWindows(info)))
        for (let c = 0; c < channels; c++)
          for (let f = 0; f < filters; f++) {
            const [pixel, weight] = [from * channels + c, (tap * channels + c) * filters + f];
            expectedX[pixel]! += given[out * filters + f]! * weights[weight]!;
            expectedW[weight]! += given[out * filters + f]! * input[pixel]!;
          }
      expectClose(dx.dataSync(), expectedX, {
        rtol: 1e-5,
        atol: 1e-6 * (filterShape[0] * filterShape[1] * filters + 1),
      });
      expectClose(dw.dataSync(), expectedW, {
        rtol: 1e-5,
        atol: 1e-6 * (info.batchSize * info.outHeight * info.outWidth + 1),
      });
      sameBits(`dx ${shape} ${filterShape} ${strides} ${pad} ${dilations}`, dx);
      sameBits(`dw ${shape} ${filterShape} ${strides} ${pad} ${dilations}`, dw);
    },
  );

  test('agree with finite differences, channels last and first', () => {
    for (const [dataFormat, shape] of [
      ['NHWC', [2, 5, 4, 3]],
      ['NCHW', [2, 3, 5, 4]],
    ] as const) {
      const f = (x: tf.Tensor, w: tf.Tensor) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 2, 'same', dataFormat);
      checkGradient(f, [numbers([...shape]), numbers([3, 2, 3, 2], 2)]);
    }
  });

  test.each([
    [[1, 3, 3, 2], [3, 3, 4, 2], [1, 7, 7, 4], 2, 'valid'],
    [[2, 4, 3, 5], [2, 3, 3, 5], [2, 8, 6, 3], 2, 'same'],
    [[1, 5, 5, 9], [4, 4, 10, 9], [1, 5, 5, 10], 1, 'same'],
  ] as const)(
    'make a transposed convolution with its gradients: %j, filter %j, to %j by %j, %s',
    (shape, filterShape, outShape, strides, pad) => {
      const f = (x: tf.Tensor, w: tf.Tensor) =>
        tf.conv2dTranspose(x as tf.Tensor4D, w as tf.Tensor4D, [...outShape], strides, pad);
      const inputs = [numbers([...shape]), numbers([...filterShape], 2)] as const;
      checkGradient(f, inputs, { atMost: 60 });
      // The transpose by definition: <conv(u), x> = <u, transpose(x)> for any u.
      const u = numbers<tf.Tensor4D>([...outShape], 3);
      const left = tf.sum(tf.mul(tf.conv2d(u, inputs[1] as tf.Tensor4D, strides, pad), inputs[0]));
      const right = tf.sum(tf.mul(u, f(...inputs)));
      expectClose(left, right, { rtol: 1e-4, atol: 1e-3 });
      sameBits(`${shape}`, f(...inputs));
    },
  );

  test('refuse an output shape that the input is too small for', () => {
    expect(() =>
      tf.conv2dTranspose(
        numbers<tf.Tensor4D>([1, 3, 3, 2]),
        numbers<tf.Tensor4D>([3, 3, 4, 2]),
        [1, 20, 7, 4],
        2,
        'valid',
      ),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: conv2dTranspose: for this output shape, filter, stride and padding the input must be of shape [1,9,3,2]. Received: [1,3,3,2]. Pass the output shape that the convolution from output to input asks for.]`,
    );
  });
});
