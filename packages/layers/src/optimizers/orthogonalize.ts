import * as tf from '@tensorflow/tfjs-core';

/**
 * Brings all singular values of a matrix near 1 by Newton-Schulz steps: `x <- a·x + (b·A + c·A·A)·x` with `A = x·xᵀ`,
 * starting from `x / ‖x‖`. A tall matrix is turned on its side for it.
 *
 * @example
 * orthogonalize(tf.tensor2d([[3, 0], [0, 1]]), { coefficients: [3.4445, -4.775, 2.0315], steps: 5 }); // near the identity
 */
export function orthogonalize(
  matrix: tf.Tensor2D,
  { coefficients: [a, b, c], steps }: { coefficients: readonly [number, number, number]; steps: number },
): tf.Tensor2D {
  const isTall = matrix.shape[0] > matrix.shape[1];
  let x: tf.Tensor2D = isTall ? tf.transpose(matrix) : matrix;
  x = tf.div(x, tf.add(tf.sqrt(tf.sum(tf.square(x))), 1e-7));
  for (let step = 0; step < steps; step++) {
    const product = tf.matMul(x, x, false, true);
    const bend = tf.add(tf.mul(product, b), tf.matMul(tf.mul(product, c), product)) as tf.Tensor2D;
    x = tf.add(tf.mul(x, a), tf.matMul(bend, x));
  }
  return isTall ? tf.transpose(x) : x;
}
