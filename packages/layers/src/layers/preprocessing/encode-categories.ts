import * as tf from '@tensorflow/tfjs-core';

/** How whole numbers are given: as they are, or as vectors of a number's place, of all that occur, or of how often. */
export type CategoryMode = 'int' | 'one_hot' | 'multi_hot' | 'count';

/**
 * Whole numbers as vectors of length `depth`. Numbers outside `0 … depth - 1` leave zeros.
 *
 * `one_hot` adds an axis (in place of a last one of length 1); `multi_hot` and `count` sum up the axis behind the batch.
 * Keras: `encode_categorical_inputs`.
 */
export function encodeCategories(
  given: tf.Tensor,
  mode: CategoryMode,
  depth: number,
  dtype: 'float32' | 'int32',
  weights: tf.Tensor | null = null,
): tf.Tensor {
  const indices = tf.cast(given.rank === 0 && mode !== 'int' ? tf.reshape(given, [1]) : given, 'int32');
  if (mode === 'int') return indices;
  if (mode === 'one_hot') {
    const { shape } = indices;
    const squeezed = shape.length > 1 && shape.at(-1) === 1 ? tf.reshape(indices, shape.slice(0, -1)) : indices;
    return tf.cast(tf.oneHot(squeezed as tf.Tensor1D, depth), dtype);
  }
  const hot = tf.cast(tf.oneHot(indices as tf.Tensor1D, depth), 'float32');
  const axis = indices.rank > 1 ? 1 : 0;
  if (mode === 'multi_hot') return tf.cast(tf.max(hot, axis), dtype);
  const weighted = weights ? tf.mul(hot, tf.expandDims(tf.cast(weights, 'float32'), -1)) : hot;
  return tf.cast(tf.sum(weighted, axis), weights ? 'float32' : dtype);
}

/** The shape that {@link encodeCategories} gives. */
export function encodedShape(shape: (number | null)[], mode: CategoryMode, depth: number | null): (number | null)[] {
  if (mode === 'int') return shape;
  if (mode === 'one_hot') return [...(shape.length > 1 && shape.at(-1) === 1 ? shape.slice(0, -1) : shape), depth];
  return shape.length > 1 ? [...shape.filter((_, axis) => axis !== 1), depth] : [depth];
}
