import * as tf from '@tensorflow/tfjs-core';

/**
 * Cuts off what no window sees that slides over the spatial axes of `x` (channels last) with padding `same`: where windows are
 * shorter than their strides, what is behind the last one.
 *
 * TF.js reckons a negative padding for such axes of volumes, and puts the windows one too early.
 */
export function dropUnseen(x: tf.Tensor, size: readonly number[], strides: readonly number[]): tf.Tensor {
  const seen = x.shape.map((length, axis) => {
    const [window, stride] = [size[axis - 1], strides[axis - 1]];
    if (axis === 0 || window === undefined || stride === undefined) return length;
    return Math.min(length, (Math.ceil(length / stride) - 1) * stride + window);
  });
  const begin = x.shape.map(() => 0);
  return tf.util.arraysEqual(seen, x.shape) ? x : tf.slice(x, begin, seen);
}
