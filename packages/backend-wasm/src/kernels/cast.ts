import { Cast, type CastAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { defineKernel } from './shared/kernel';

/** The kernel of `tf.cast`. To its own type a tensor is not copied; to bool everything but 0 is 1. */
export const castKernel = defineKernel<{ x: TensorInfo }, CastAttrs>(
  Cast,
  ({ inputs: { x }, attrs: { dtype }, backend }) => {
    if (dtype === x.dtype) {
      backend.incRef(x.dataId);
      return { dataId: x.dataId, shape: x.shape, dtype };
    }
    const out = backend.makeOutput(x.shape, dtype);
    const from = backend.typedArrayFromHeap(x);
    const to = backend.typedArrayFromHeap(out);
    if (dtype === 'bool') for (let i = 0; i < from.length; i++) to[i] = Number(from[i] !== 0);
    else to.set(from);
    return out;
  },
);
