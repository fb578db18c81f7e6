import { type TensorInfo, Transpose, type TransposeAttrs, util } from '@tensorflow/tfjs-core';
import { defineKernel, stockKernel } from './shared/kernel';
import { areFew, copyAlong, joinLoops } from './shared/loops';

/** The kernel of `tf.transpose`. A permutation that moves nothing hands the same data on. */
export const transposeKernel = () => {
  const stock = stockKernel(Transpose);
  return defineKernel<{ x: TensorInfo }, TransposeAttrs>(Transpose, (call) => {
    const { inputs, attrs, backend } = call;
    const { x } = inputs;
    const shape = attrs.perm.map((axis) => x.shape[axis]!);
    const steps = [...util.computeStrides(x.shape), 1];
    const loops = joinLoops(attrs.perm.map((axis) => ({ length: x.shape[axis]!, step: steps[axis]! })));
    if (loops.length <= 1 && (loops[0]?.step ?? 1) === 1) {
      backend.incRef(x.dataId);
      return { dataId: x.dataId, shape, dtype: x.dtype };
    }
    if (!areFew(loops)) return stock(call);
    const out = backend.makeOutput(shape, x.dtype);
    copyAlong(backend, x, out, loops);
    return out;
  });
};
