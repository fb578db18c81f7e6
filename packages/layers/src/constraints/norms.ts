import * as tf from '@tensorflow/tfjs-core';

/** The axis or axes a norm is taken over. */
export type NormAxis = number | number[];

/** `‖w‖` over the axes, which stay with length 1. */
export function normsOf(weight: tf.Tensor, axis: NormAxis): tf.Tensor {
  return tf.sqrt(tf.sum(tf.square(weight), axis, true));
}

/** `w · desired / (1e-7 + ‖w‖)`: the weight with the norms given. */
export function withNorms(weight: tf.Tensor, norms: tf.Tensor, desired: tf.Tensor): tf.Tensor {
  return tf.mul(weight, tf.div(desired, tf.add(norms, 1e-7)));
}
