import { OneHot, type OneHotAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { defineKernel } from './shared/kernel';

/**
 * The kernel of `tf.oneHot`: a row of `offValue` for each index, with `onValue` at the index; an index out of range gives no
 * `onValue`. tfjs's own writes whole numbers into the memory of floats, where they read as almost 0.
 */
export const oneHotKernel = defineKernel<{ indices: TensorInfo }, OneHotAttrs>(
  OneHot,
  ({ inputs: { indices }, attrs: { depth, onValue, offValue, dtype }, backend }) => {
    const out = backend.makeOutput([...indices.shape, depth], dtype);
    const rows = backend.typedArrayFromHeap(out);
    rows.fill(offValue);
    const chosen = backend.typedArrayFromHeap(indices);
    for (let row = 0; row < chosen.length; row++) {
      const index = chosen[row]!;
      if (index >= 0 && index < depth) rows[row * depth + index] = onValue;
    }
    return out;
  },
);
