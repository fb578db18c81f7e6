import {
  type GradConfig,
  pad,
  reshape,
  reverse,
  StridedSlice,
  type StridedSliceAttrs,
  slice_util,
  type Tensor,
  zeros,
} from '@tensorflow/tfjs-core';
import { spreadOut } from './dilation';

/** The gradient of `tf.stridedSlice`: `dy` put back where it was taken from, zeros between and around. */
export const stridedSliceGradient: GradConfig = {
  kernelName: StridedSlice,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attributes) => {
    const [x] = saved as [Tensor];
    return { x: () => putBack(dy as Tensor, x.shape, attributes as unknown as StridedSliceAttrs) };
  },
};

function putBack(dy: Tensor, shape: number[], attributes: StridedSliceAttrs): Tensor {
  const { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask } = attributes;
  const info = slice_util.sliceInfo(
    shape,
    begin,
    end,
    strides,
    beginMask,
    endMask,
    ellipsisMask,
    newAxisMask,
    shrinkAxisMask,
  );
  // What is taken of each axis of x, axes that are dropped or new in the result left aside.
  const sizes = slice_util.computeOutShape(info.begin, info.end, info.strides);
  if (dy.size === 0) return zeros(shape);
  let result: Tensor = reshape(dy, sizes);
  for (const [axis, stride] of info.strides.entries()) {
    const count = result.shape[axis]!;
    // From the back to the front is from the front to the back, reversed.
    if (stride < 0) result = reverse(result, axis);
    const first = stride < 0 ? info.begin[axis]! + (count - 1) * stride : info.begin[axis]!;
    result = spreadOut(result, axis, Math.abs(stride));
    const around = shape.map((length, i) => (i === axis ? [first, length - first - result.shape[i]!] : [0, 0])) as [
      number,
      number,
    ][];
    if (around[axis]!.some((length) => length > 0)) result = pad(result, around);
  }
  return reshape(result, shape);
}
