import * as tf from '@tensorflow/tfjs-core';

/**
 * Repeats each element along an axis: `[a, b]` three times is `[a, a, a, b, b, b]`. Its gradient sums over the copies, on every
 * backend, which the one of TF.js's nearest-neighbour resize does not.
 */
export function repeatAxis(x: tf.Tensor, axis: number, times: number): tf.Tensor {
  if (times === 1) return x;
  const { shape } = x;
  const before = shape.slice(0, axis).reduce((size, length) => size * length, 1);
  const after = shape.slice(axis + 1).reduce((size, length) => size * length, 1);
  const length = shape[axis] as number;
  const apart = tf.reshape(x, [before * length, 1, after]);
  const copies = tf.mul(apart, tf.ones([1, times, 1], x.dtype as 'float32'));
  return tf.reshape(copies, [...shape.slice(0, axis), length * times, ...shape.slice(axis + 1)]);
}
