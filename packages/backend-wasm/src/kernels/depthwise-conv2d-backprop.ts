import {
  DepthwiseConv2dNativeBackpropFilter,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  DepthwiseConv2dNativeBackpropInput,
  type DepthwiseConv2dNativeBackpropInputAttrs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { ConvolutionAttributes } from './shared/convolution';
import { depthwiseFilterGradient, depthwiseInfo, depthwiseInputGradient } from './shared/depthwise';
import { defineKernel } from './shared/kernel';

/** The gradient of `tf.depthwiseConv2d` with respect to its input. */
export const depthwiseConv2dBackpropInputKernel = defineKernel<
  { dy: TensorInfo; filter: TensorInfo },
  DepthwiseConv2dNativeBackpropInputAttrs
>(DepthwiseConv2dNativeBackpropInput, ({ inputs: { dy, filter }, attrs, backend }) => {
  const info = depthwiseInfo(attrs.inputShape, filter.shape, { ...attrs, dataFormat: 'NHWC' } as ConvolutionAttributes);
  const dx = backend.makeOutput(attrs.inputShape, 'float32');
  depthwiseInputGradient(backend, dy, filter, dx, info);
  return dx;
});

/** The gradient of `tf.depthwiseConv2d` with respect to its filter. */
export const depthwiseConv2dBackpropFilterKernel = defineKernel<
  { x: TensorInfo; dy: TensorInfo },
  DepthwiseConv2dNativeBackpropFilterAttrs
>(DepthwiseConv2dNativeBackpropFilter, ({ inputs: { x, dy }, attrs, backend }) => {
  const info = depthwiseInfo(x.shape, attrs.filterShape, { ...attrs, dataFormat: 'NHWC' } as ConvolutionAttributes);
  const dw = backend.makeOutput(attrs.filterShape, 'float32');
  depthwiseFilterGradient(backend, x, dy, dw, info);
  return dw;
});
