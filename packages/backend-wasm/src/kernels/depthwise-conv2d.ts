import {
  DepthwiseConv2dNative,
  type DepthwiseConv2dNativeAttrs,
  FusedDepthwiseConv2D,
  type FusedDepthwiseConv2DAttrs,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../wasm-backend';
import type { ConvolutionAttributes } from './shared/convolution';
import { depthwise, depthwiseInfo } from './shared/depthwise';
import { fused } from './shared/fused';
import { defineKernel } from './shared/kernel';
import { attributesChannelsLast, channelsLast } from './shared/layout';
import { type Epilogue, noEpilogue } from './shared/product';

function depthwiseConv2d(
  backend: WasmBackend,
  x: TensorInfo,
  filter: TensorInfo,
  attrs: ConvolutionAttributes,
  epilogue: Epilogue,
): TensorInfo {
  return channelsLast(backend, attrs.dataFormat, [x], (input) => {
    const info = depthwiseInfo(input!.shape, filter.shape, attributesChannelsLast(attrs));
    const out = backend.makeOutput(info.outShape, 'float32');
    depthwise(backend, input!, filter, out, info, epilogue);
    return out;
  });
}

/** The kernel of `tf.depthwiseConv2d`. */
export const depthwiseConv2dKernel = defineKernel<{ x: TensorInfo; filter: TensorInfo }, DepthwiseConv2dNativeAttrs>(
  DepthwiseConv2dNative,
  ({ inputs, attrs, backend }) =>
    depthwiseConv2d(backend, inputs.x, inputs.filter, attrs as ConvolutionAttributes, noEpilogue),
);

/** The kernel of `tf.fused.depthwiseConv2d`: convolution, bias and activation in one pass. */
export const fusedDepthwiseConv2dKernel = defineKernel<
  { x: TensorInfo; filter: TensorInfo; bias?: TensorInfo; preluActivationWeights?: TensorInfo },
  FusedDepthwiseConv2DAttrs
>(FusedDepthwiseConv2D, ({ inputs: { x, filter, ...vectors }, attrs, backend }) => {
  const parts = {
    place: 'fused.depthwiseConv2d',
    channels: filter.shape[2]! * filter.shape[3]!,
    channelsFirst: attrs.dataFormat === 'NCHW',
    activation: attrs.activation,
    leakyreluAlpha: attrs.leakyreluAlpha,
    ...vectors,
  };
  return fused(backend, parts, (epilogue) =>
    depthwiseConv2d(backend, x, filter, attrs as ConvolutionAttributes, epilogue),
  );
});
