import { Conv2D, type Conv2DAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../wasm-backend';
import { type ConvolutionAttributes, convolutionInfo, convolve } from './shared/convolution';
import { defineKernel } from './shared/kernel';
import { attributesChannelsLast, channelsLast } from './shared/layout';
import { type Epilogue, noEpilogue } from './shared/product';

/** Convolution of an image batch, NHWC or NCHW. */
export function conv2d(
  backend: WasmBackend,
  x: TensorInfo,
  filter: TensorInfo,
  attrs: ConvolutionAttributes,
  epilogue: Epilogue = noEpilogue,
): TensorInfo {
  return channelsLast(backend, attrs.dataFormat, [x], (input) => {
    const info = convolutionInfo(input!.shape, filter.shape, attributesChannelsLast(attrs));
    const out = backend.makeOutput(info.outShape, 'float32');
    convolve(backend, input!, filter, out, info, epilogue);
    return out;
  });
}

/** The kernel of `tf.conv2d`. */
export const conv2dKernel = defineKernel<{ x: TensorInfo; filter: TensorInfo }, Conv2DAttrs>(
  Conv2D,
  ({ inputs, attrs, backend }) => conv2d(backend, inputs.x, inputs.filter, attrs as ConvolutionAttributes),
);
