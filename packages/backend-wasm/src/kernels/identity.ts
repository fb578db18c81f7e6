import { Identity, type TensorInfo } from '@tensorflow/tfjs-core';
import { defineKernel } from './shared/kernel';

/**
 * The kernel of `tf.clone`: a second reference to the same data. tfjs's own copies, and every tensor that is saved for a
 * gradient is cloned.
 */
export const identityKernel = defineKernel<{ x: TensorInfo }, object>(Identity, ({ inputs: { x }, backend }) => {
  backend.incRef(x.dataId);
  return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
});
