import type * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from './keras-tensor';

const masks = new WeakMap<tf.Tensor, tf.Tensor>();

/**
 * The mask that travels with a tensor: true where a time step counts, false where it is padding. Null when there is none.
 *
 * @example
 * const y = new Embedding({ inputDim: 10, outputDim: 2, maskZero: true }).apply(tf.tensor2d([[3, 0]], [1, 2], 'int32'));
 * getMask(y)?.dataSync(); // [1, 0]
 */
export function getMask(tensor: tf.Tensor): tf.Tensor | null;
export function getMask(tensor: KerasTensor): KerasTensor | null;
export function getMask(tensor: tf.Tensor | KerasTensor): tf.Tensor | KerasTensor | null;
export function getMask(tensor: tf.Tensor | KerasTensor): tf.Tensor | KerasTensor | null {
  return tensor instanceof KerasTensor ? tensor.mask : (masks.get(tensor) ?? null);
}

/** Lets a mask travel with a tensor. */
export function setMask(tensor: tf.Tensor | KerasTensor, mask: tf.Tensor | KerasTensor | null): void {
  if (tensor instanceof KerasTensor) {
    tensor.mask = mask as KerasTensor | null;
  } else if (mask) {
    masks.set(tensor, mask as tf.Tensor);
  } else {
    masks.delete(tensor);
  }
}
