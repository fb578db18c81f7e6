import * as tf from '@tensorflow/tfjs-core';

/** Each channel of images `[batch, height, width, channels]` weighed with a kernel `[height, width]`; beyond the edge there is 0. */
export function weighNeighbours(images: tf.Tensor, kernel: tf.Tensor): tf.Tensor {
  const [height, width] = kernel.shape as [number, number];
  const channels = images.shape[3] as number;
  const filter = tf.tile(tf.reshape(kernel, [height, width, 1, 1]), [1, 1, channels, 1]) as tf.Tensor4D;
  return tf.depthwiseConv2d(images as tf.Tensor4D, filter, 1, 'same');
}

/**
 * A Gaussian kernel `[size]`: `exp(-x² / 2 sigma²)` around the middle, its sum 1. Sigma may be known only in the step.
 *
 * Beyond `radius`, where given, it is 0: a kernel whose size is known only in the step.
 */
export function gaussianKernel(size: number, sigma: tf.Tensor | number, radius?: tf.Tensor): tf.Tensor {
  const x = tf.sub(tf.range(0, size), (size - 1) / 2);
  const bell = tf.exp(tf.mul(tf.square(tf.div(x, sigma)), -0.5));
  const seen = radius ? tf.where(tf.lessEqual(tf.abs(x), radius), bell, tf.zerosLike(bell)) : bell;
  return tf.div(seen, tf.sum(seen));
}
