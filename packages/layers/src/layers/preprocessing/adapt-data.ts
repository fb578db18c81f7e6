import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';

/** What `adapt` learns from: a tensor, nested lists, or batches of them. */
export type AdaptData = tf.Tensor | tf.TensorLike | Iterable<tf.Tensor>;

/** The batches in the data: a tensor or nested lists are one batch. Throws when there is nothing. */
export function batchesOf(place: string, data: AdaptData, dtype: 'float32' | 'int32' | 'string'): tf.Tensor[] {
  const batches = isBatches(data) ? [...(data as Iterable<tf.Tensor>)] : [asTensor(data as tf.Tensor, dtype)];
  if (batches.length > 0 && batches.some(({ size }) => size > 0)) return batches;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: 'there must be data to adapt to',
    received: data,
    remedy: 'Pass a tensor or a list with at least one sample.',
  });
}

/** A tensor of the data; one that is a tensor already stays. */
export function asTensor(data: tf.Tensor | tf.TensorLike, dtype: 'float32' | 'int32' | 'string'): tf.Tensor {
  return data instanceof tf.Tensor ? data : tf.tensor(data, undefined, dtype);
}

function isBatches(data: unknown): boolean {
  if (data instanceof tf.Tensor || ArrayBuffer.isView(data) || typeof data === 'string') return false;
  if (Array.isArray(data)) return data[0] instanceof tf.Tensor;
  return typeof data === 'object' && data !== null && Symbol.iterator in data;
}
