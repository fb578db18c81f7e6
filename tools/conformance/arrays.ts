import * as tf from '@tensorflow/tfjs-core';
import type { GoldenArray } from './golden';

/** The values of a golden array. Throws on an array whose bytes do not fill its shape. */
export function valuesOf(array: GoldenArray): Float32Array | Int32Array | Uint8Array | string[] {
  if (array.dtype === 'string') return array.data;
  const bytes = Uint8Array.from(atob(array.b64), (letter) => letter.charCodeAt(0));
  const size = tf.util.sizeFromShape(array.shape);
  const width = array.dtype === 'bool' ? 1 : 4;
  if (bytes.length !== size * width) {
    throw new Error(`An array of shape [${array.shape}] must have ${size * width} bytes. Received: ${bytes.length}.`);
  }
  if (array.dtype === 'bool') return bytes;
  return array.dtype === 'int32' ? new Int32Array(bytes.buffer) : new Float32Array(bytes.buffer);
}

/** A golden array as a tensor; the caller owns it. */
export function tensorOf(array: GoldenArray): tf.Tensor {
  return tf.tensor(valuesOf(array) as Float32Array, array.shape, array.dtype as tf.DataType);
}

/** The array as a tensor, or null for null. */
export function maybeTensorOf(array: GoldenArray | null | undefined): tf.Tensor | null {
  return array ? tensorOf(array) : null;
}
