import { StridedSlice, type StridedSliceAttrs, slice_util, type TensorInfo } from '@tensorflow/tfjs-core';
import { copyBlock, maxBlockAxes } from './shared/block';
import { defineKernel, stockKernel } from './shared/kernel';

/** The kernel of `tf.stridedSlice`. tfjs's own takes wrong elements where a stride meets an axis that is dropped. */
export const stridedSliceKernel = () => {
  const stock = stockKernel(StridedSlice);
  return defineKernel<{ x: TensorInfo }, StridedSliceAttrs>(StridedSlice, (call) => {
    const { inputs, attrs, backend } = call;
    const { x } = inputs;
    if (x.shape.length > maxBlockAxes) return stock(call);
    const { beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask } = attrs;
    const masks = [beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask] as const;
    const info = slice_util.sliceInfo(x.shape, attrs.begin, attrs.end, attrs.strides, ...masks);
    const size = slice_util.computeOutShape(info.begin, info.end, info.strides).map((length) => Math.max(0, length));
    const out = backend.makeOutput(info.finalShape, x.dtype);
    copyBlock(backend, x, out, { begin: info.begin, size, strides: info.strides });
    return out;
  });
};
