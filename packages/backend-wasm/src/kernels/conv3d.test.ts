import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import { convolveTaps, taps, values } from '../testing/windows';

type Five = [number, number, number, number, number];
type Three = [number, number, number];
const cases: [x: Five, filter: Five, strides: Three, pad: 'valid' | 'same'][] = [
  [[1, 1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 1, 1], 'valid'],
  [[2, 4, 5, 3, 2], [2, 3, 2, 2, 3], [1, 1, 1], 'valid'],
  [[1, 5, 4, 6, 3], [3, 3, 3, 3, 9], [2, 2, 2], 'same'],
  [[1, 6, 7, 5, 17], [3, 2, 1, 17, 4], [1, 2, 1], 'same'],
  [[2, 3, 3, 3, 4], [1, 1, 1, 4, 5], [1, 1, 1], 'valid'],
  // Several blocks of patches.
  [[1, 9, 12, 12, 8], [5, 5, 5, 8, 3], [1, 1, 1], 'same'],
  [[0, 3, 3, 3, 2], [2, 2, 2, 2, 2], [1, 1, 1], 'valid'],
];

onThreads('Conv3D', (sameBits) => {
  test.each(cases)(
    'and its gradients are right for x %j, filter %j, strides %j, %s',
    (shape, filterShape, strides, pad) => {
      const info = tf.backend_util.computeConv3DInfo(shape, filterShape, strides, 1, pad);
      const f = (x: tf.Tensor, w: tf.Tensor) => tf.conv3d(x as tf.Tensor5D, w as tf.Tensor5D, strides, pad);
      const [x, filter, dy] = [numbers(shape), numbers(filterShape, 2), numbers(info.outShape, 3)];
      const list = taps(info);
      const y = f(x, filter);
      expect(y.shape).toEqual(info.outShape);
      expectClose(y.dataSync(), convolveTaps(list, x, filter, info.outShape), { rtol: 1e-5, atol: 2e-4 });

      const [dx, dw] = tf.grads(f)([x, filter], dy) as [tf.Tensor, tf.Tensor];
      const [input, weights, given] = [values(x), values(filter), values(dy)];
      const [expectedX, expectedW] = [new Float64Array(x.size), new Float64Array(filter.size)];
      const [, , , channels, filters] = filterShape;
      for (const { out, from, tap } of list)
        for (let c = 0; c < channels; c++)
          for (let k = 0; k < filters; k++) {
            const [pixel, weight] = [from * channels + c, (tap * channels + c) * filters + k];
            expectedX[pixel]! += given[out * filters + k]! * weights[weight]!;
            expectedW[weight]! += given[out * filters + k]! * input[pixel]!;
          }
      expectClose(dx.dataSync(), expectedX, { rtol: 1e-5, atol: 2e-4 });
      expectClose(dw.dataSync(), expectedW, { rtol: 1e-5, atol: 5e-4 });
      for (const [name, tensor] of Object.entries({ y, dx, dw })) sameBits(`${name} ${shape} ${filterShape}`, tensor);
    },
  );

  test('agrees with finite differences, also transposed', () => {
    checkGradient(
      (x, w) => tf.conv3d(x as tf.Tensor5D, w as tf.Tensor5D, 2, 'same'),
      [numbers([1, 3, 4, 3, 2]), numbers([2, 3, 2, 2, 2], 2)],
    );
    checkGradient(
      (x) => tf.conv3dTranspose(x as tf.Tensor5D, numbers<tf.Tensor5D>([2, 2, 2, 3, 2], 2), [1, 4, 4, 4, 3], 2, 'same'),
      [numbers([1, 2, 2, 2, 2])],
    );
  });
});
