import * as tf from '@tensorflow/tfjs-core';

/** Targets of 0 and 1 become -1 and 1; targets with any other value in the batch stay as they are. As Keras's hinge losses do. */
export function signedLabels(target: tf.Tensor): tf.Tensor {
  const isBinary = tf.all(tf.logicalOr(tf.equal(target, 0), tf.equal(target, 1)));
  return tf.where(isBinary, tf.sub(tf.mul(target, 2), 1), target);
}
