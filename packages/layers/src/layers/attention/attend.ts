import * as tf from '@tensorflow/tfjs-core';
import { softmax } from '../../activations/index';

/** What keeps a score out of the softmax: Keras's `-0.7 * 3.38953e38`. */
const MASKED = -0.7 * 3.38953e38;

export interface AttendOptions {
  /** The axes attention runs along, of `[batch, …, heads, features]`. */
  axes: readonly number[];
  /** What scores are multiplied by. */
  scale: number;
  /** `[batch or 1, …]`: true where a query may see a value. */
  mask: tf.Tensor | null;
  /** Whether a query that may see nothing gets weights of 0, rather than equal ones. */
  zeroWithoutValues: boolean;
  /** What is done to the weights before they are used. */
  drop(weights: tf.Tensor): tf.Tensor;
}

/**
 * Scaled dot-product attention of several heads: `softmax(scale * query · keyᵀ) · value`, for each head.
 *
 * Shapes: query `[batch, …, heads, d]`, key and value `[batch, …, heads, d]`; the output is of the form of the query, with the
 * features of the value, the weights are `[batch, …, heads, …queries, …values]`.
 */
export function attend(
  query: tf.Tensor,
  key: tf.Tensor,
  value: tf.Tensor,
  { axes, scale, mask, zeroWithoutValues, drop }: AttendOptions,
): { output: tf.Tensor; weights: tf.Tensor } {
  const { rank } = query;
  const others = query.shape.flatMap((_, axis) => (axis === rank - 1 || axes.includes(axis) ? [] : [axis]));
  const order = [...others, ...axes, rank - 1];
  const rows = (x: tf.Tensor) => {
    const moved = tf.transpose(x, order);
    const count = sizeOf(axes.map((axis) => x.shape[axis] as number));
    return tf.reshape(moved, [-1, count, x.shape[rank - 1] as number]) as tf.Tensor3D;
  };
  const lengths = (x: tf.Tensor, of: readonly number[]) => of.map((axis) => x.shape[axis] as number);
  const product = tf.matMul(tf.mul(rows(query), scale), rows(key), false, true);
  const shape = [...lengths(query, others), ...lengths(query, axes), ...lengths(key, axes)];
  const weights = maskedSoftmax(tf.reshape(product, shape), axes.length, mask, zeroWithoutValues);
  const used = drop(weights);
  const attended = tf.matMul(tf.reshape(used, product.shape), rows(value));
  const moved = tf.reshape(attended, [
    ...lengths(query, others),
    ...lengths(query, axes),
    value.shape[rank - 1] as number,
  ]);
  return { output: tf.transpose(moved, inverse(order)), weights };
}

/** Softmax over the last axes, as many as attention runs along. */
function maskedSoftmax(scores: tf.Tensor, axes: number, mask: tf.Tensor | null, zeroWithoutValues: boolean): tf.Tensor {
  const joined = [...scores.shape.slice(0, -axes), sizeOf(scores.shape.slice(-axes))];
  const over = (x: tf.Tensor) => tf.reshape(softmax(tf.reshape(x, joined), { axis: -1 }), scores.shape);
  if (!mask) return over(scores);
  const heads = scores.rank - mask.rank;
  const at = mask.rank - 2 * axes;
  const shape = [...mask.shape.slice(0, at), ...Array<number>(heads).fill(1), ...mask.shape.slice(at)];
  const seen = tf.broadcastTo(tf.reshape(mask, shape), scores.shape);
  const weights = over(tf.where(seen, scores, tf.fill(scores.shape, MASKED)));
  return zeroWithoutValues ? tf.mul(weights, tf.cast(seen, 'float32')) : weights;
}

function sizeOf(lengths: readonly number[]): number {
  return lengths.reduce((size, length) => size * length, 1);
}

function inverse(order: readonly number[]): number[] {
  return order.map((_, axis) => order.indexOf(axis));
}
