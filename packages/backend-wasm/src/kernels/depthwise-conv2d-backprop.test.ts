import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import { depthwiseConvolutions } from '../testing/depthwise-convolutions';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import { imageWindows, taps, values } from '../testing/windows';

onThreads('DepthwiseConv2dNativeBackpropInput and -Filter', (sameBits) => {
  test.each(depthwiseConvolutions)(
    'are right for x %j, filter %j, strides %j, %s, dilations %j',
    (shape, filterShape, strides, pad, dilations) => {
      const info = tf.backend_util.computeConv2DInfo(shape, filterShape, strides, dilations, pad, undefined, true);
      const f = (x: tf.Tensor, w: tf.Tensor) =>
        tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, strides, pad, 'NHWC', dilations);
      const [x, filter, dy] = [numbers(shape), numbers(filterShape, 2), numbers(info.outShape, 3)];
      const [dx, dw] = tf.grads(f)([x, filter], dy) as [tf.Tensor, tf.Tensor];
      const [input, weights, given] = [values(x), values(filter), values(dy)];
      const [expectedX, expectedW] = [new Float64Array(x.size), new Float64Array(filter.size)];
      const [, , channels, multiplier] = filterShape;
      for (const { out, from, tap } of taps(imageWindows(info)))
        for (let c = 0; c < channels; c++)
          for (let q = 0; q < multiplier; q++) {
            const [pixel, weight] = [from * channels + c, (tap * channels + c) * multiplier + q];
            const gradient = given[(out * channels + c) * multiplier + q]!;
            expectedX[pixel]! += gradient * weights[weight]!;
            expectedW[weight]! += gradient * input[pixel]!;
          }
      expectClose(dx.dataSync(), expectedX, { rtol: 1e-5, atol: 1e-5 });
      expectClose(dw.dataSync(), expectedW, { rtol: 1e-5, atol: 2e-5 });
      sameBits(`dx ${shape} ${filterShape} ${strides} ${pad} ${dilations}`, dx);
      sameBits(`dw ${shape} ${filterShape} ${strides} ${pad} ${dilations}`, dw);
    },
  );

  test('agree with finite differences', () => {
    const f = (x: tf.Tensor, w: tf.Tensor) => tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, 2, 'same');
    checkGradient(f, [numbers([2, 5, 4, 3]), numbers([3, 2, 3, 2], 2)]);
  });
});
