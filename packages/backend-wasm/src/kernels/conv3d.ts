import {
  backend_util,
  Conv3D,
  type Conv3DAttrs,
  Conv3DBackpropFilterV2,
  type Conv3DBackpropFilterV2Attrs,
  Conv3DBackpropInputV2,
  type Conv3DBackpropInputV2Attrs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { convolveVolume, convolveVolumeFilterGradient, convolveVolumeInputGradient } from './shared/convolution-3d';
import { defineKernel } from './shared/kernel';

type Attributes = Pick<Conv3DAttrs, 'strides' | 'pad'> & Partial<Pick<Conv3DAttrs, 'dilations'>>;
type Shape5D = [number, number, number, number, number];

function infoOf(
  inShape: number[],
  filterShape: number[],
  { strides, pad, dilations = 1 }: Attributes,
): backend_util.Conv3DInfo {
  return backend_util.computeConv3DInfo(inShape as Shape5D, filterShape as Shape5D, strides, dilations, pad);
}

/** The kernel of `tf.conv3d`. */
export const conv3dKernel = defineKernel<{ x: TensorInfo; filter: TensorInfo }, Conv3DAttrs>(
  Conv3D,
  ({ inputs: { x, filter }, attrs, backend }) => {
    const info = infoOf(x.shape, filter.shape, attrs);
    const out = backend.makeOutput(info.outShape, 'float32');
    convolveVolume(backend, x, filter, out, info);
    return out;
  },
);

/** The gradient of `tf.conv3d` with respect to its input, and the kernel of `tf.conv3dTranspose`. */
export const conv3dBackpropInputKernel = defineKernel<
  { dy: TensorInfo; filter: TensorInfo },
  Conv3DBackpropInputV2Attrs
>(Conv3DBackpropInputV2, ({ inputs: { dy, filter }, attrs, backend }) => {
  const info = infoOf(attrs.inputShape, filter.shape, attrs);
  const dx = backend.makeOutput(info.inShape, 'float32');
  convolveVolumeInputGradient(backend, dy, filter, dx, info);
  return dx;
});

/** The gradient of `tf.conv3d` with respect to its filter. */
export const conv3dBackpropFilterKernel = defineKernel<{ x: TensorInfo; dy: TensorInfo }, Conv3DBackpropFilterV2Attrs>(
  Conv3DBackpropFilterV2,
  ({ inputs: { x, dy }, attrs, backend }) => {
    const info = infoOf(x.shape, attrs.filterShape, attrs);
    const dw = backend.makeOutput(info.filterShape, 'float32');
    convolveVolumeFilterGradient(backend, x, dy, dw, info);
    return dw;
  },
);
