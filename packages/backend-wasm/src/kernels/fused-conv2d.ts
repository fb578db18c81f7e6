import { FusedConv2D, type FusedConv2DAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { conv2d } from './conv2d';
import type { ConvolutionAttributes } from './shared/convolution';
import { fused } from './shared/fused';
import { defineKernel } from './shared/kernel';

/** The kernel of `tf.fused.conv2d`: convolution, bias and activation in one pass. */
export const fusedConv2dKernel = defineKernel<
  { x: TensorInfo; filter: TensorInfo; bias?: TensorInfo; preluActivationWeights?: TensorInfo },
  FusedConv2DAttrs
>(FusedConv2D, ({ inputs: { x, filter, ...vectors }, attrs, backend }) => {
  const parts = {
    place: 'fused.conv2d',
    channels: filter.shape[3]!,
    channelsFirst: attrs.dataFormat === 'NCHW',
    activation: attrs.activation,
    leakyreluAlpha: attrs.leakyreluAlpha,
    ...vectors,
  };
  return fused(backend, parts, (epilogue) => conv2d(backend, x, filter, attrs as ConvolutionAttributes, epilogue));
});
