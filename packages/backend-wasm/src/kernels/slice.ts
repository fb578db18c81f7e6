import { Slice, type SliceAttrs, slice_util, type TensorInfo } from '@tensorflow/tfjs-core';
import { copyBlock, maxBlockAxes } from './shared/block';
import { defineKernel, stockKernel } from './shared/kernel';

/** The kernel of `tf.slice`. Nothing but the slice is copied, and what lies outside the tensor is an error. */
export const sliceKernel = () => {
  const stock = stockKernel(Slice);
  return defineKernel<{ x: TensorInfo }, SliceAttrs>(Slice, (call) => {
    const { inputs, attrs, backend } = call;
    const { x } = inputs;
    const [begin, size] = slice_util.parseSliceParams(x, attrs.begin, attrs.size) as [number[], number[]];
    slice_util.assertParamsValid(x, begin, size);
    if (x.shape.length > maxBlockAxes) return stock(call);
    const out = backend.makeOutput(size, x.dtype);
    copyBlock(backend, x, out, { begin, size });
    return out;
  });
};
