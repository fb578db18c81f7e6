import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { depthwiseConvolutions } from '../testing/depthwise-convolutions';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import { imageWindows, taps, values } from '../testing/windows';

onThreads('DepthwiseConv2dNative', (sameBits) => {
  test.each(depthwiseConvolutions)(
    'is right for x %j, filter %j, strides %j, %s, dilations %j',
    (shape, filterShape, strides, pad, dilations) => {
      const x = numbers<tf.Tensor4D>(shape);
      const filter = numbers<tf.Tensor4D>(filterShape, 2);
      const info = tf.backend_util.computeConv2DInfo(shape, filterShape, strides, dilations, pad, undefined, true);
      const [, , channels, multiplier] = filterShape;
      const [input, weights] = [values(x), values(filter)];
      const expected = new Float64Array(tf.util.sizeFromShape(info.outShape));
      for (const { out, from, tap } of taps(imageWindows(info)))
        for (let c = 0; c < channels; c++)
          for (let q = 0; q < multiplier; q++)
            expected[(out * channels + c) * multiplier + q]! +=
              input[from * channels + c]! * weights[(tap * channels + c) * multiplier + q]!;
      const y = tf.depthwiseConv2d(x, filter, strides, pad, 'NHWC', dilations);
      expect(y.shape).toEqual(info.outShape);
      expectClose(y.dataSync(), expected, { rtol: 1e-5, atol: 1e-5 });
      sameBits(`${shape} ${filterShape} ${strides} ${pad} ${dilations}`, y);
    },
  );
});
