import * as tf from '@tensorflow/tfjs-core';

/**
 * Applies a linear map along one axis: `output[…, i, …] = Σ matrix[i, j] * x[…, j, …]`.
 *
 * `matrix` has as many columns as the axis is long, row by row. Resizing and averaging are such maps, and as products of
 * matrices they have a gradient on every backend.
 */
export function mapAxis(x: tf.Tensor, axis: number, matrix: Float32Array): tf.Tensor {
  const length = x.shape[axis] as number;
  const rows = matrix.length / length;
  const transposed = tf.transpose(tf.tensor2d(matrix, [rows, length]));
  const others = x.shape.flatMap((_, i) => (i === axis ? [] : [i]));
  const last = [...others, axis];
  const flat = tf.reshape(tf.transpose(x, last), [-1, length]) as tf.Tensor2D;
  const mapped = tf.reshape(tf.matMul(flat, transposed), [...others.map((i) => x.shape[i] as number), rows]);
  return tf.transpose(
    mapped,
    x.shape.map((_, i) => last.indexOf(i)),
  );
}
