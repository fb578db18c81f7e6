import * as tf from '@tensorflow/tfjs-core';
import { EPSILON } from './probabilities';

/** Scales vectors along an axis to length 1: `x · min(1 / ‖x‖, 1e7)`; a zero vector stays zero. Keras: `ops.normalize`. */
export function normalize(x: tf.Tensor, axis: number): tf.Tensor {
  const inverse = tf.rsqrt(tf.sum(tf.square(x), axis, true));
  return tf.mul(x, tf.minimum(inverse, 1 / EPSILON));
}
