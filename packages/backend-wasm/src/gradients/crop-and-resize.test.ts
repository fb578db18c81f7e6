import { checkGradient, onEveryBackend } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { test } from 'vitest';
import '../gradients';
import { numbers } from '../testing/numbers';

const image = () => numbers<tf.Tensor4D>([2, 5, 6, 3]);
// Irregular, so that no sample falls on a pixel; the last box hangs over the edge.
const boxes = () =>
  tf.tensor2d([
    [0.113, 0.071, 0.837, 0.913],
    [0.913, 0.853, 0.217, 0.129],
    [-0.217, 0.313, 0.617, 1.319],
  ]);
const boxInd = () => tf.tensor1d([0, 1, 1], 'int32');

onEveryBackend('the gradient of cropAndResize', () => {
  test.each([
    [[3, 4], 'bilinear'],
    [[1, 2], 'bilinear'],
    [[7, 9], 'nearest'],
  ] as [[number, number], 'bilinear' | 'nearest'][])(
    'agrees with finite differences for the image: to %j, %s',
    (size, method) => {
      checkGradient((x) => tf.image.cropAndResize(x as tf.Tensor4D, boxes(), boxInd(), size, method, 7), [image()]);
    },
  );

  test.each([[[3, 4]], [[1, 1]]] as [[number, number]][])(
    'agrees with finite differences for the boxes: to %j',
    (size) => {
      checkGradient((b) => tf.image.cropAndResize(image(), b as tf.Tensor2D, boxInd(), size, 'bilinear'), [boxes()], {
        step: 2 ** -12,
        tolerance: 2e-2,
      });
    },
  );
});
